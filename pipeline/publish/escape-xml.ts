/** How markup stands as text, in an element or in an attribute in double quotes. */
export const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/**
 * Markup, and what XML 1.0 cannot hold at all, not even escaped (section 2.2): most control characters and two non-characters. A bare
 * carriage return a reader would make a line feed. What is half a surrogate pair the UTF-8 encoder replaces.
 */
const SPECIAL = /[&<>"\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text for an element or for an attribute in double quotes; what XML cannot hold becomes U+FFFD. */
export function escapeXml(text: string): string {
  return text.replace(SPECIAL, (special) => ENTITIES[special] ?? (special === '\r' ? '&#13;' : '\ufffd'));
}
