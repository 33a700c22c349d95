import { texts } from '../../shared/texts/texts.ts'

export const appealTexts = texts(
  {
    title: '申诉',
    account: '账号',
    openAccount: '查看账号',
    since: '等了多久',
    createdAt: '提交时间',
    bans: '封禁',
    complaints: '恶意投诉',
    bannedBy: '由谁封的',
    said: '用户的申诉',
    bannedSince: '封禁时间',
    reason: '封禁理由',
    noBans: '已经没有封禁。',
    decidedAt: '处理时间',
    decision: '处理理由',
    open: '查看投诉',
    complaint: '投诉单号',
    unban: '解除封禁',
    unbanConfirm: '解除全部封禁',
    unbanMore: '解除这个账号的全部封禁；有申诉的话，申诉通过。用户马上可以继续使用。',
    unbanTold: '用户会看到您写的理由。',
    unbanned: '已解除封禁。',
    reject: '驳回申诉',
    rejectConfirm: '维持封禁',
    rejectMore: '维持封禁，驳回申诉。应退的钱照退。用户可以再次申诉。',
    rejectTold: '用户会看到您写的理由。',
    rejected: '已驳回申诉，维持封禁。',
    byMistake: '核实后确认为误操作',
    proven: '核实后维持原决定',
    reasonHint: '用户会看到这段话；也会记入操作记录。请不要写证件号。',
  },
  {
    title: 'Appeal',
    account: 'Account',
    openAccount: 'Open the account',
    since: 'For how long',
    createdAt: 'Appealed',
    bans: 'Bans',
    complaints: 'Malicious complaints',
    bannedBy: 'Banned by',
    said: "The user's appeal",
    bannedSince: 'Banned since',
    reason: 'Reason of the ban',
    noBans: 'No ban stands any more.',
    decidedAt: 'Decided',
    decision: 'Why so',
    open: 'See the complaint',
    complaint: 'Complaint',
    unban: 'Lift the ban',
    unbanConfirm: 'Lift every ban',
    unbanMore: 'Lift every ban of this account, and grant the appeal if there is one. The user can go on at once.',
    unbanTold: 'The user reads your reason.',
    unbanned: 'The ban is lifted.',
    reject: 'Reject the appeal',
    rejectConfirm: 'Keep the ban',
    rejectMore:
      'Keep the ban and reject the appeal. What is owed back is paid all the same. The user may appeal again.',
    rejectTold: 'The user reads your reason.',
    rejected: 'The appeal is rejected; the ban stands.',
    byMistake: 'A mistake, as we found',
    proven: 'The decision stands, as we found',
    reasonHint: 'The user reads this, and it is kept in the audit trail. Write no ID numbers.',
  },
)

/** Who banned. */
export const bannedByWords = texts(
  { complaints: '恶意投诉', platform: '平台' },
  { complaints: 'malicious complaints', platform: 'the platform' },
)

/** How an appeal stands. */
export const appealWords = texts(
  { open: '待处理', granted: '已通过', rejected: '已驳回' },
  { open: 'To decide', granted: 'Granted', rejected: 'Rejected' },
)
