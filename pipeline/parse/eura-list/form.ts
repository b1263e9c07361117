import {
  ADDED_COLUMNS,
  authority,
  axis,
  day,
  fund,
  money,
  programme,
  projectCode,
  projectName,
  status,
  words,
} from '../list/columns.ts';
import { toColumns, type ListForm } from '../list/form.ts';

/** The service's list exports of 2007–2013 and 2014–2020, which differ in a few headings. */
export const EURA_LIST: ListForm = {
  family: 'eura-list',
  codeColumns: ['koodi', 'hankekoodi'],
  // Only the 2014–2020 list has a column `Hankkeen nimi`, the older one says `Projektin nimi`.
  period: (keys) =>
    keys.includes('hankkeen nimi') ? '2014-2020' : keys.includes('projektin nimi') ? '2007-2013' : undefined,
  columns: toColumns({
    Koodi: projectCode,
    Hankekoodi: projectCode,
    Rahasto: fund,
    'Hankkeen nimi': projectName,
    'Projektin nimi': projectName,
    'Ohjelma / osio': programme,
    Tl: axis('priority_axis_code'),
    Viranomainen: authority,
    Tila: status,
    'Toiminnan tila': status,
    Aloituspvm: day('start_date'),
    Päättymispvm: day('end_date'),
    'Toteuttajan nimi': words('beneficiary_name'),
    'Myönnetty EU- ja valtion rahoitus': money('funding_granted_eu_state'),
    'Toteutunut EU- ja valtion rahoitus': money('funding_realised_eu_state'),
    'Suunniteltu julkinen rahoitus yhteensä': money('funding_planned_public'),
    'Toteutunut julkinen rahoitus yhteensä': money('funding_realised_public'),
    ...ADDED_COLUMNS,
  }),
};
