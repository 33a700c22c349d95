import { texts } from '../../shared/texts/texts.ts'

export const searchTexts = texts(
  {
    label: '搜索：任意编号，应用名称，单位名称或统一社会信用代码，或完整的手机号、证件号码',
    placeholder: '编号、名称、手机号、证件号码',
    search: '搜索',
    title: '搜索结果',
    lead: '编号可以是账号、用户 ID、订单号、渠道单号、退款单号、核验号、投诉单号、消息号、申请号、操作记录号，也可以是应用、申请主体、认证申请、认证证书的编号。应用可按名称查（看起来一样的名称也能查到），申请主体可按统一社会信用代码或单位全称查。按手机号或证件号码搜索会记入操作记录，也记在找到的账号下；搜不到人的次数每天有限。',
    nothing: '没有找到。请核对编号是否完整；手机号只能找到用它登录的账号，证件号码只能找到用它完成实名的账号。',
    notYours:
      '您的角色看不到账号页，因此没有链接的结果不能打开。按订单号、商户单号、退款单号或投诉单号可以查到订单和退款。',
    begin: '在上方输入编号后按 Enter。',
    codeTitle: '按号码搜索',
    codeLead: '按手机号或证件号码搜索会记入操作记录，也记在找到的账号下，需要先确认是您本人。',
    kind: '类型',
    id: '编号',
    account: '账号',
    open: '查看',
  },
  {
    label:
      'Search: any id, the name of an app, the name or credit code of an organisation, or a whole mobile or ID number',
    placeholder: 'Id, name, mobile or ID number',
    search: 'Search',
    title: 'Search results',
    lead: 'An id may be of an account, a user of the platform, an order, a payment or refund at its channel, a verification, a complaint, a message, a proposal, an app, an applicant, an application for certification, a certificate or a record of the audit. An app is found by its name too, or one that looks the same; applicants by the credit code or the whole name of their organisation. Searching by a mobile or ID number is put on record, also under the account that is found; a day allows so many searches that find nobody.',
    nothing:
      'Nothing was found. Check that the id is whole; a mobile number finds the account that signs in with it, an ID number those verified with it.',
    notYours:
      'Your role does not see accounts, so what has no link here cannot be opened. Orders and refunds are found by their own numbers, and by those of payments and complaints.',
    begin: 'Type an id above and press Enter.',
    codeTitle: 'Search by a number',
    codeLead:
      'A search by a mobile or ID number is put on record, also under the account that is found, so it needs to be sure that it is you.',
    kind: 'Kind',
    id: 'Id',
    account: 'Account',
    open: 'Open',
  },
)

/** What can be found. */
export const hitWords = texts(
  {
    account: '账号',
    order: '订单',
    payment: '付款',
    refund: '退款',
    complaint: '投诉',
    verification: '核验',
    face_check: '人脸确认',
    app: '应用',
    applicant: '申请主体',
    application: '认证申请',
    certificate: '认证证书',
    message: '消息',
    proposal: '申请',
    deed: '操作记录',
  },
  {
    account: 'Account',
    order: 'Order',
    payment: 'Payment',
    refund: 'Refund',
    complaint: 'Complaint',
    verification: 'Verification',
    face_check: 'Confirmation by face',
    app: 'App',
    applicant: 'Applicant',
    application: 'Application for certification',
    certificate: 'Certificate',
    message: 'Message',
    proposal: 'Proposal',
    deed: 'Record of the audit',
  },
)
