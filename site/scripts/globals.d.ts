/** What data files leave for the programs; each is loaded when it is needed. */
interface Window {
  hankekarttaWords?: unknown;
  hankekarttaProjects?: unknown;
  hankekarttaBorders?: unknown;
  hankekarttaBoundaries?: unknown;
  hankekarttaPlaces?: unknown;
  hankekarttaMissing?: readonly (readonly [page: number, document: string, line: number, text: string, id: string])[];
  hankekarttaGeography?: (json: unknown) => import('../explore/geography.ts').Geography;
}
