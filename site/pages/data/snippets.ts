/** First steps in other programs, as they are run in the folder that the files were downloaded to; tests run each as it stands. */
export const SNIPPETS: Readonly<Record<'qgis' | 'r' | 'python' | 'duckdb' | 'excel', string>> = {
  qgis: `"project_count" > 0`,
  r: `library(sf)
kunnat <- st_read("hankekartta.gpkg", "municipalities", quiet = TRUE)
plot(kunnat["project_count"])

alueet <- st_drop_geometry(st_read("hankekartta.gpkg", "project_areas", quiet = TRUE))
kohteet <- subset(alueet, area_level == "municipality" & role == "target" & share_equal > 0)
head(kohteet[c("project_id", "area_code", "area_name", "share_equal")], 10)`,
  python: `import geopandas as gpd

kunnat = gpd.read_file("hankekartta.gpkg", layer="municipalities")
kunnat.plot("project_count", legend=True).figure.savefig("kunnat.png")

alueet = gpd.read_file("hankekartta.gpkg", layer="project_areas", ignore_geometry=True)
kohteet = alueet.query("area_level == 'municipality' and role == 'target' and share_equal > 0")
print(kohteet[["project_id", "area_code", "area_name", "share_equal"]].head(10))`,
  duckdb: `SELECT area_code, area_name, count(*) AS hankkeita,
  round(sum(funding_realised_public * share_equal), 2) AS julkinen_rahoitus
FROM 'project_areas.parquet' JOIN 'projects.parquet' USING (project_id)
WHERE area_level = 'municipality' AND role = 'target' AND share_equal > 0
  AND status IS DISTINCT FROM 'cancelled'
GROUP BY area_code, area_name
ORDER BY hankkeita DESC, area_code;`,
  excel: `=INDEKSI(municipalities!M:M;VASTINE("074";municipalities!A:A;0))`,
};

export const CHECK_COMMAND = 'sha256sum --check --ignore-missing SHA256SUMS';
