import { texts } from '../../shared/texts/texts.ts'

export const deedsTexts = texts(
  {
    title: '操作记录',
    lead: '谁在什么时候、为什么、对什么做了什么；每次打开身份信息也在里面。记下就不能改，也不能删。',
    ofSubject: '只看这一个',
    all: '看一天的全部',
    day: '日期（北京）',
    none: '没有操作记录。',
    at: '时间',
    by: '谁',
    action: '做了什么',
    subject: '对什么',
    reason: '理由',
    detail: '细节',
    nth: '第几条',
    purpose: (purpose: string, fields: string) => `${purpose}：${fields}`,
    link: '操作记录',
  },
  {
    title: 'Audit trail',
    lead: 'Who did what to what, when and why; every opening of an identity is in it. Nothing of it can be changed or removed.',
    ofSubject: 'Of this one',
    all: 'All of a day',
    day: 'Day (Beijing)',
    none: 'Nothing was done.',
    at: 'Time',
    by: 'Who',
    action: 'What',
    subject: 'To what',
    reason: 'Why',
    detail: 'More',
    nth: 'Place',
    purpose: (purpose: string, fields: string) => `${purpose}: ${fields}`,
    link: 'Audit trail',
  },
)

/** Who acts. */
export const doerWords = texts(
  { operator: '运营人员', operator_key: '机器', platform: '平台', service: '系统' },
  { operator: 'operator', operator_key: 'machine', platform: 'platform', service: 'service' },
)

/** What can be done. */
export const actionWords = texts(
  {
    account_ban: '封禁账号',
    account_unban: '解除封禁',
    appeal_reject: '驳回申诉',
    complaint_reply: '回复投诉',
    complaint_complete: '结束投诉',
    complaint_malicious: '认定恶意投诉',
    refund_retry: '重新发起退款',
    refund_propose_by_hand: '申请登记退款已付清',
    refund_paid_by_hand: '批准登记退款已付清',
    proposal_refuse: '拒绝申请',
    refund_recheck: '再查退款',
    reconciliation_rerun: '重新对账',
    statement_import: '导入供应商账单',
    identity_read: '打开身份信息',
    number_search: '按号码查人',
    dead_letters_replay: '重发死信',
    operator_invite: '邀请运营人员',
    operator_enrol: '完成注册',
    operator_link: '发新的注册链接',
    operator_sign_in: '登录运营台',
    operator_lock_out: '登录试错达到上限',
    operator_role: '更换角色',
    operator_disable: '停用运营人员',
    operator_enable: '恢复运营人员',
  },
  {
    account_ban: 'Banned',
    account_unban: 'Lifted a ban',
    appeal_reject: 'Rejected an appeal',
    complaint_reply: 'Answered a complaint',
    complaint_complete: 'Ended a complaint',
    complaint_malicious: 'Found a complaint malicious',
    refund_retry: 'Sent a refund again',
    refund_propose_by_hand: 'Asked to record a refund as paid',
    refund_paid_by_hand: 'Approved that a refund was paid',
    proposal_refuse: 'Refused a proposal',
    refund_recheck: 'Asked about a refund',
    reconciliation_rerun: 'Did a day again',
    statement_import: 'Imported a statement',
    identity_read: 'Opened an identity',
    number_search: 'Looked for a number',
    dead_letters_replay: 'Sent dead letters again',
    operator_invite: 'Invited an operator',
    operator_enrol: 'Enrolled',
    operator_link: 'Gave a new link',
    operator_sign_in: 'Signed in',
    operator_lock_out: 'Reached the limit of wrong tries',
    operator_role: 'Changed a role',
    operator_disable: 'Disabled an operator',
    operator_enable: 'Enabled an operator',
  },
)

/** What an identity was opened for. */
export const purposeWords = texts(
  {
    vendor_check: '供应商核验',
    number_recheck: '复核手机号',
    face_check: '人脸确认',
    index_renewal: '索引换钥',
    user_request: '用户要求',
    complaint: '处理投诉',
    appeal: '处理申诉',
    case_review: '人工审核',
    fraud: '疑似欺诈',
    authority_request: '监管要求',
  },
  {
    vendor_check: 'check at a vendor',
    number_recheck: 'check of a number',
    face_check: 'confirmation by face',
    index_renewal: 'new key of the index',
    user_request: 'the user asked',
    complaint: 'a complaint',
    appeal: 'an appeal',
    case_review: 'review',
    fraud: 'suspected fraud',
    authority_request: 'an authority asked',
  },
)

/** Fields of an identity. */
export const fieldWords = texts(
  { name: '姓名', idNumber: '证件号', phone: '手机号' },
  { name: 'name', idNumber: 'ID number', phone: 'phone' },
)
