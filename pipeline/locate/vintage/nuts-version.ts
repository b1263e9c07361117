/**
 * Version of the NUTS classification whose codes Statistics Finland's key of a year carries. The codes change without any
 * border changing (2018: Kainuu and Pohjois-Pohjanmaa; 2024: most regions), so a code without its version is wrong for some year.
 * Commission Regulations (EU) No 1319/2013, 2016/2066, 2019/1755 and 2023/674, applied from 2015, 2018, 2021 and 2024.
 */
export function findNutsVersion(year: number): string | undefined {
  if (year >= 2024) return '2024';
  if (year >= 2021) return '2021';
  if (year >= 2018) return '2016';
  return year >= 2015 ? '2013' : undefined;
}
