/** Changes with what is withheld; published in `redactions.json`. */
export const REDACTION_RULE_VERSION = '2.0';
