import { texts } from '../../shared/texts/texts.ts'

export const reviewTexts = texts(
  {
    title: '申请',
    status: '状态',
    kind: '类别',
    allKinds: '全部',
    due: '时限',
    claim: '谁在处理',
    nobody: '无人',
    openedAt: '提交时间',
    account: '账号',
    openAccount: '查看账号',
    subject: '关于',
    userLanguage: '用户的语言',
    appealOf: '申诉的原申请',
    appealedBy: '针对它的申诉',
    isAppeal: '申诉',
    id: '编号',
    said: '用户的话',
    saidNothing: '用户没有写话。',
    notTheirs: '这件事不是用户提出的，用户看不到；只有处理结果改变证书时才会通知。',
    materials: '材料',
    material: '材料编号',
    noMaterials: '没有材料。',
    history: '经过',
    opened: '用户提交',
    openedBy: (name: string) => `${name} 提交`,
    asked: (name: string) => `${name} 要求补充`,
    until: '请用户在此之前答复 ',
    answered: '用户答复',
    first: (name: string) => `${name} 作了决定，等人复核`,
    disagreed: (name: string) => `${name} 复核不同意`,
    decided: (name: string) => `${name} 作了决定`,
    agreed: (first: string, second: string) => `${first} 决定，${second} 复核同意`,
    noAnswer: '用户没有按时答复，到期结束',
    withdrawn: '用户撤回',
    waitsUntil: '等用户答复，最迟',
    held: (name: string, until: string) => `${name} 正在处理，到 ${until} 为止。`,
    mine: (until: string) => `您正在处理，到 ${until} 为止；继续操作会自动延长。`,
    needsAnother: '这件申请须由另一人处理：您提出了它，或先前的决定是您作的。',
    take: '领取',
    giveBack: '放回',
  },
  {
    title: 'Case',
    status: 'State',
    kind: 'Kind',
    allKinds: 'All',
    due: 'Due',
    claim: 'Who is on it',
    nobody: 'nobody',
    openedAt: 'Opened',
    account: 'Account',
    openAccount: 'Open the account',
    subject: 'About',
    userLanguage: "The user's language",
    appealOf: 'Appeals against',
    appealedBy: 'The appeal against it',
    isAppeal: 'Appeal',
    id: 'Case',
    said: "The user's words",
    saidNothing: 'The user wrote nothing.',
    notTheirs:
      'The user did not begin this and does not see it; they are told only of what becomes of the certificate.',
    materials: 'Pictures',
    material: 'Picture',
    noMaterials: 'There are none.',
    history: 'What happened',
    opened: 'The user opened it',
    openedBy: (name: string) => `${name} opened it`,
    asked: (name: string) => `${name} asked for more`,
    until: 'To be answered before ',
    answered: 'The user answered',
    first: (name: string) => `${name} decided; a second person is awaited`,
    disagreed: (name: string) => `${name} did not agree`,
    decided: (name: string) => `${name} decided`,
    agreed: (first: string, second: string) => `${first} decided, ${second} agreed`,
    noAnswer: 'The user did not answer in time',
    withdrawn: 'The user took it back',
    waitsUntil: 'Waits for its user, until',
    held: (name: string, until: string) => `${name} is on this case, until ${until}.`,
    mine: (until: string) => `You are on this case, until ${until}; going on keeps it.`,
    needsAnother: 'Somebody else must decide this: you opened it, or what was decided before was decided by you.',
    take: 'Take it',
    giveBack: 'Give it back',
  },
)

/** How a case stands. */
export const reviewWords = texts(
  { open: '待处理', waiting: '等用户', seconding: '待复核', decided: '已处理', withdrawn: '已撤回' },
  {
    open: 'To decide',
    waiting: 'Waits for its user',
    seconding: 'To agree',
    decided: 'Decided',
    withdrawn: 'Withdrawn',
  },
)

/** Which of the lists. */
export const listWords = texts(
  { open: '等我们处理', waiting: '等用户答复', decided: '已结束' },
  { open: 'Waits for us', waiting: 'Waits for its user', decided: 'Over' },
)

/** What a refusal leaves to do. */
export const endsWords = texts(
  { later: '以后可再提交', correct: '改正后可再提交', final: '最终' },
  { later: 'may come again later', correct: 'may correct it', final: 'final' },
)

/** What cases are about that can be looked at alone. */
export const kindWords = texts(
  {
    app_step: '应用变更确认',
    certification: '应用认证',
    certificate_report: '举报认证证书',
    certificate_appeal: '认证证书申诉',
    certificate_page: '页面未展示证书',
    help: '人工帮助',
  },
  {
    app_step: 'Changes of apps',
    certification: 'Certification',
    certificate_report: 'Reports of certificates',
    certificate_appeal: 'Appeals about certificates',
    certificate_page: 'Pages without their certificate',
    help: 'Help',
  },
)
