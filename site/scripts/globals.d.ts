/** What data files leave for the programs; each is loaded when it is needed. */
declare var hankekarttaWords: unknown;
declare var hankekarttaProjects: unknown;
declare var hankekarttaBorders: unknown;
declare var hankekarttaBoundaries: unknown;
declare var hankekarttaPlaces: unknown;
declare var hankekarttaGeography: ((json: unknown) => import('../explore/geography.ts').Geography) | undefined;
