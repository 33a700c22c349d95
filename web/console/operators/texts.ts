import { texts } from '../../shared/texts/texts.ts'

export const operatorTexts = texts(
  {
    title: '运营人员',
    lead: '谁能进入运营台，能做什么。换角色、停用和新链接立即结束对方的登录。',
    active: (count: number) => `可以登录（${count}）`,
    invited: (count: number) => `等待注册（${count}）`,
    disabled: (count: number) => `已停用（${count}）`,
    by: (name: string) => `由 ${name} 邀请`,
    byCommandLine: '由命令行邀请',
    linkUntil: '链接有效到',
    linkOpened: '，首次打开于',
    linkOver: '链接已过期，请生成新链接',
    linkNone: '没有有效的链接，请生成新链接',
    you: '您自己',
    yours: '自己的角色和登录由另一位管理员更改；最后一个管理员不能停用。',
    linkOf: (name: string) => `${name} 的注册链接`,
    linkMore: (name: string, role: string) =>
      `打开它的人就以 ${name}（${role}）的身份进入运营台。请用只有本人能看到的方式交给本人。`,
    copy: '复制链接',
    onceUntil: '只能用一次，有效到',
    once: '离开或刷新本页后不再显示；丢了就生成新的。',
  },
  {
    title: 'Operators',
    lead: 'Who may enter the console, and what they may do. Another role, being disabled and a new link end the sessions of that person at once.',
    active: (count: number) => `Can sign in (${count})`,
    invited: (count: number) => `To enrol yet (${count})`,
    disabled: (count: number) => `Disabled (${count})`,
    by: (name: string) => `invited by ${name}`,
    byCommandLine: 'invited from the command line',
    linkUntil: 'link good until ',
    linkOpened: ', first opened ',
    linkOver: 'the link is over: make a new one',
    linkNone: 'has no link: make a new one',
    you: 'You',
    yours: 'Another admin changes your role and sign-in; the last admin cannot be disabled.',
    linkOf: (name: string) => `Link for ${name}`,
    linkMore: (name: string, role: string) =>
      `Whoever opens it enters the console as ${name} (${role}). Give it to that person by a way only they read.`,
    copy: 'Copy the link',
    onceUntil: 'Works once, until',
    once: 'It is not shown again once you leave or reload this page; if it is lost, make a new one.',
  },
)

/** How somebody stands, before since when. */
export const sinceWords = texts(
  { active: '可以登录，自', invited: '已邀请，自', disabled: '已停用，自' },
  { active: 'Can sign in since', invited: 'Invited since', disabled: 'Disabled since' },
)

/** What rights let one do. */
export const rightWords = texts(
  {
    own_session: '自己的登录',
    see_orders: '看订单和投诉（无身份信息）',
    see_people: '看用户（打码）',
    reveal_people: '凭理由看一项明文',
    see_pictures: '凭理由看上传的证件图片',
    answer_complaints: '答复和结束投诉',
    decide_bans: '认定恶意、处理封禁和申诉',
    answer_help: '答复请人工帮助的用户',
    review_cases: '处理人工审核',
    move_money: '重发和登记退款',
    approve_money: '批准他人登记的退款',
    keep_books: '对账和账本',
    see_systems: '看供应商、告警和统计',
    replay_letters: '重发死信',
    manage_webhooks: '启停接收地址、重新投递事件',
    see_deeds: '看操作记录',
    manage_operators: '管理运营人员',
  },
  {
    own_session: 'their own session',
    see_orders: 'see orders and complaints, without identity',
    see_people: 'see people, masked',
    reveal_people: 'open one field, with a reason',
    see_pictures: 'look at uploaded pictures, with a reason',
    answer_complaints: 'answer and end complaints',
    decide_bans: 'call complaints malicious, decide bans and appeals',
    answer_help: 'answer users who ask for help',
    review_cases: 'decide cases about people',
    move_money: 'deal with refunds',
    approve_money: 'approve refunds others recorded',
    keep_books: 'reconciliation and ledger',
    see_systems: 'see vendors, alarms and numbers',
    replay_letters: 'send dead letters again',
    manage_webhooks: 'enable and disable endpoints, deliver events again',
    see_deeds: 'read the audit trail',
    manage_operators: 'manage operators',
  },
)
