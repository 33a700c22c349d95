import { texts } from '../../shared/texts/texts.ts'

/** How certificates are spoken of: what one is, what happened to it, and why. */
export const certificateWords = texts(
  {
    valid: '有效',
    suspended: '已暂停',
    revoked: '已撤销',
    expired: '已过期',
    unknown: '查无此证',
    on_issued: '颁发',
    on_suspended: '暂停',
    on_reinstated: '恢复',
    on_revoked: '撤销',
    on_identity_ended: '撤销',
    on_replaced: '撤销',
    on_expired: '到期',
    on_renewed: '续期',
    on_prolonged: '续期，仍在暂停中',
    on_handed_over: '管理员账号变更，运营单位不变',
    because_misuse: '证书被用在别的应用或别的地方',
    because_false_evidence: '认证时提交的材料不实',
    because_company_not_operating: '运营单位已注销、吊销或停止经营',
    because_page_without_link: '登记的页面上没有证书链接',
    because_court_or_authority: '法院或主管部门要求',
    because_own_request: '运营者自己申请',
    because_identity_ended: '管理员的实名认证已经失效',
    because_replaced: '应用已重新认证，换发了新的证书',
    because_mistake: '更正平台先前的处理',
    because_appeal_upheld: '申诉成立',
    because_remedied: '问题已经改正',
  },
  {
    valid: 'Valid',
    suspended: 'Suspended',
    revoked: 'Revoked',
    expired: 'Expired',
    unknown: 'Unknown',
    on_issued: 'Issued',
    on_suspended: 'Suspended',
    on_reinstated: 'Reinstated',
    on_revoked: 'Revoked',
    on_identity_ended: 'Revoked',
    on_replaced: 'Revoked',
    on_expired: 'Expired',
    on_renewed: 'Renewed',
    on_prolonged: 'Renewed, and still suspended',
    on_handed_over: 'Another account administers it, for the same organisation',
    because_misuse: 'It was used for another app, or elsewhere',
    because_false_evidence: 'What was handed in for it was not true',
    because_company_not_operating: 'The organisation is closed, or no longer in operation',
    because_page_without_link: 'The registered page does not show its link',
    because_court_or_authority: 'A court or an authority asked for it',
    because_own_request: 'Whoever runs the app asked for it',
    because_identity_ended: 'Its administrator is no longer verified',
    because_replaced: 'The app was certified anew, and has another certificate',
    because_mistake: 'A mistake of ours was put right',
    because_appeal_upheld: 'An appeal was upheld',
    because_remedied: 'What was wrong was put right',
  },
)

type Word = keyof (typeof certificateWords)['zh']

const isWord = (word: string): word is Word => Object.hasOwn(certificateWords.zh, word)

/** The word for something that happened to a certificate; undefined for what concerns its administrator alone. */
export const wordOfStep = (on: string): Word | undefined => (isWord(`on_${on}`) ? (`on_${on}` as Word) : undefined)

/** The word for why. */
export const wordOfReason = (reason: string | null): Word | undefined =>
  reason !== null && isWord(`because_${reason}`) ? (`because_${reason}` as Word) : undefined

/** How an answer is coloured. */
export const tones = {
  valid: 'good',
  suspended: 'warn',
  revoked: 'danger',
  expired: 'warn',
  unknown: 'danger',
} as const
