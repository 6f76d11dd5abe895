import type { GuideTarget } from '../domain/disposal';

const target = (id: string, route: GuideTarget['route'], name: string, demand: string, basis: string): GuideTarget => ({
  ...{ id, route, name, demand, basis },
  address: '',
  phone: '',
  limit: '',
  active: true,
});

/**
 * Where a matter belongs that is not ours (条例 20, 22, 23, 30, 31 条). Only the kind of authority: its name, address and
 * telephone are the unit's to fill in, and a result cannot be stored without an address.
 */
export const DEFAULT_TARGETS: readonly GuideTarget[] = [
  target('court', 'judicial', '人民法院', '已在诉讼中，或应当起诉、申请再审、申请执行', '条例 22、31 条（一）'),
  target('procuratorate', 'judicial', '人民检察院', '不服刑事处理，申请法律监督', '条例 31 条（一）'),
  target('police', 'judicial', '公安机关', '报案、控告，不服公安机关办理', '条例 31 条（一）'),
  target('reconsideration', 'judicial', '行政复议机关', '不服行政行为，申请复议', '条例 31 条（一）'),
  target('justice', 'judicial', '司法行政机关', '法律援助，公证、律师、鉴定的投诉', '条例 31 条（一）'),
  target('arbitration', 'arbitration', '劳动人事争议仲裁委员会', '劳动、人事争议', '条例 31 条（二）'),
  target('land-arbitration', 'arbitration', '农村土地承包仲裁委员会', '土地承包经营纠纷', '条例 31 条（二）'),
  target('party', 'party', '党委组织部门', '党员申诉、要求复审', '条例 31 条（三）'),
  target('administrative', 'administrative', '有权处理的行政机关', '确认、登记、许可、裁决', '条例 31 条（四）'),
  target('enforcement', 'enforcement', '行政执法机关', '要求查处违法或者履行职责', '条例 31 条（五）'),
  target('discipline', 'discipline', '纪检监察机关', '检举控告党员、公职人员', '条例 22、30 条'),
];
