import type { DocumentType } from '../domain/person';

/** What each identity document is called, on screens and paper (domain: identity 7.1). */
export const DOCUMENT_NAMES: Record<DocumentType, string> = {
  'resident-id': '居民身份证',
  'resident-id-15': '一代身份证（15 位旧证）',
  'hmt-residence': '港澳台居民居住证',
  'foreign-permanent': '外国人永久居留身份证',
  'foreign-permanent-15': '外国人永久居留证（15 位旧版）',
  'hm-permit': '港澳居民来往内地通行证',
  'tw-permit': '台湾居民来往大陆通行证',
  passport: '护照',
  military: '军官证',
  'temporary-id': '临时身份证',
  household: '户口簿',
  'birth-certificate': '出生医学证明',
  'driving-licence': '驾驶证',
  'social-security': '社会保障卡',
  electronic: '电子证照截图',
  none: '未带证件',
  anonymous: '匿名',
};
