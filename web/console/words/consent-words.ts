import { texts } from '../../shared/texts/texts.ts'

/** What identity data was given away for. */
export const purposeWords = texts(
  {
    identity_check: '实名核验',
    number_recheck: '复核手机号',
    face: '人脸确认',
    sms_code: '短信验证码',
    sms_result: '认证结果短信',
    email_code: '邮箱验证码',
    attended_review: '人工审核',
    card_check: '银行卡核验',
    document_check: '身份证照片核验',
    further_information: '自愿提供的补充信息',
    company_check: '企业信息核验',
  },
  {
    identity_check: 'Real-name check',
    number_recheck: 'Check of a number',
    face: 'Confirmation by face',
    sms_code: 'Code by text message',
    sms_result: 'Result of certification by text message',
    email_code: 'Code by e-mail',
    attended_review: 'Review by a person',
    card_check: 'Check of a bank card',
    document_check: 'Check of an identity card',
    further_information: 'Further information',
    company_check: 'Check of a company',
  },
)

/** What came of it. */
export const outcomeWords = texts(
  { possibly_sent: '可能已发出', not_sent: '没有发出', not_used: '没有用到', answered: '已答复' },
  { possibly_sent: 'Possibly sent', not_sent: 'Not sent', not_used: 'Not used', answered: 'Answered' },
)
