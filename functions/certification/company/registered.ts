/** Whose certification it can be, as far as a code says it. */
export type CompanyApplicant = 'enterprise' | 'sole_trader' | 'government'

type Row = {
  /** The first two characters of the code: the authority that gave it, and the kind of its own. */
  code: string
  zh: string
  en: string
  applicant: CompanyApplicant
  /** Whether the vendors' registers have it: they are made of those of the market authority, and only of its companies and sole traders. */
  checkedBy: 'vendor' | 'people'
}

/** By the vendors' documents: others they do not find, and charge for it. */
const byVendor = (code: string, applicant: CompanyApplicant, zh: string, en: string): Row => ({
  ...{ code, zh, en, applicant },
  checkedBy: 'vendor',
})

const byPeople = (code: string, applicant: CompanyApplicant, zh: string, en: string): Row => ({
  ...{ code, zh, en, applicant },
  checkedBy: 'people',
})

/**
 * GB 32100-2015 with its amendment of 2016, each authority and kind. State organs and what they pay for are certified free; every other
 * organisation is certified as an enterprise is.
 */
export const registered = {
  state_organ: byPeople('11', 'government', '机关', 'State organ'),
  public_institution: byPeople('12', 'government', '事业单位', 'Public institution'),
  mass_organisation: byPeople('13', 'government', '群众团体', 'Mass organisation'),
  other_public: byPeople('19', 'government', '其他机构编制单位', 'Other body of the public establishment'),
  foreign_news_office: byPeople('21', 'enterprise', '外国常驻新闻机构', 'Resident foreign news office'),
  other_foreign: byPeople('29', 'enterprise', '其他外事登记机构', 'Other body registered by foreign affairs'),
  law_firm: byPeople('31', 'enterprise', '律师执业机构', 'Law firm'),
  notary_office: byPeople('32', 'enterprise', '公证处', 'Notary office'),
  legal_service: byPeople('33', 'enterprise', '基层法律服务所', 'Local legal service'),
  forensic_institute: byPeople('34', 'enterprise', '司法鉴定机构', 'Forensic institute'),
  arbitration_commission: byPeople('35', 'enterprise', '仲裁委员会', 'Arbitration commission'),
  other_judicial: byPeople('39', 'enterprise', '其他司法行政登记机构', 'Other body registered by justice'),
  foreign_cultural_centre: byPeople('41', 'enterprise', '外国在华文化中心', 'Foreign cultural centre'),
  other_cultural: byPeople('49', 'enterprise', '其他文化登记机构', 'Other body registered by culture'),
  social_organisation: byPeople('51', 'enterprise', '社会团体', 'Social organisation'),
  non_enterprise: byPeople('52', 'enterprise', '民办非企业单位', 'Private non-enterprise unit'),
  foundation: byPeople('53', 'enterprise', '基金会', 'Foundation'),
  other_civil: byPeople('59', 'enterprise', '其他民政登记机构', 'Other body registered by civil affairs'),
  foreign_tourism_office: byPeople('61', 'enterprise', '外国旅游部门常驻代表机构', 'Foreign tourism office'),
  regional_tourism_office: byPeople(
    '62',
    'enterprise',
    '港澳台地区旅游部门常驻内地（大陆）代表机构',
    'Tourism office of Hong Kong, Macao or Taiwan',
  ),
  other_tourism: byPeople('69', 'enterprise', '其他旅游登记机构', 'Other body registered by tourism'),
  place_of_worship: byPeople('71', 'enterprise', '宗教活动场所', 'Place of worship'),
  religious_school: byPeople('72', 'enterprise', '宗教院校', 'Religious school'),
  other_religious: byPeople('79', 'enterprise', '其他宗教登记机构', 'Other body registered by religious affairs'),
  trade_union: byPeople('81', 'enterprise', '基层工会', 'Trade union'),
  other_union: byPeople('89', 'enterprise', '其他工会登记机构', 'Other body registered by the trade unions'),
  company: byVendor('91', 'enterprise', '企业', 'Company'),
  sole_trader: byVendor('92', 'sole_trader', '个体工商户', 'Sole trader'),
  cooperative: byPeople('93', 'enterprise', '农民专业合作社', 'Farmers’ cooperative'),
  army_institution: byPeople('A1', 'government', '军队事业单位', 'Institution of the army'),
  other_army: byPeople('A9', 'government', '其他军队登记机构', 'Other body registered by the army'),
  village_group: byPeople('N1', 'enterprise', '组级集体经济组织', 'Collective of a village group'),
  village: byPeople('N2', 'enterprise', '村级集体经济组织', 'Collective of a village'),
  township: byPeople('N3', 'enterprise', '乡镇级集体经济组织', 'Collective of a township'),
  other_agricultural: byPeople('N9', 'enterprise', '其他农业登记机构', 'Other body registered by agriculture'),
  other: byPeople('Y1', 'enterprise', '其他', 'Other'),
} as const satisfies Record<string, Row>

export type Registered = keyof typeof registered

const byCode = new Map(Object.entries(registered).map(([name, { code }]) => [code, name as Registered]))

/** What the first two characters of a code say; undefined where the standard has no such authority or kind. */
export const registeredAs = (firstTwo: string): Registered | undefined => byCode.get(firstTwo)
