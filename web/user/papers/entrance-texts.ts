import { texts } from '../../shared/texts/texts.ts'

/** What leads to papers. It stands on pages that come first, and so apart from what the page itself says. */
export const entranceTexts = texts(
  { entrance: '人工核验证件', noIdCard: '没有大陆身份证？人工核验证件' },
  {
    entrance: 'Have a person look at your papers',
    noIdCard: 'No mainland ID? Have a person look at your papers',
  },
)
