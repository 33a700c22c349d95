import { texts } from '../../shared/texts/texts.ts'

export const sessionTexts = texts(
  {
    title: '登录运营台',
    lead: '用管理员给您的名字、密码和动态验证码登录。',
    again: '请重新登录',
    againLead:
      '登录已结束：时间到了，或者管理员改了您的角色、停用了您、给了新的链接。这个标签页里显示和填写过的内容已经清除。登录后回到这一页。',
    name: '登录名',
    nameHint: '小写字母、数字、点和短横线',
    password: '密码',
    code: '动态验证码',
    codeHint: '验证器里的 6 位数字',
    send: '登录',
    nameMissing: '请填写登录名',
    passwordMissing: '请填写密码',
    codeWrong: '请填写验证器里的 6 位数字',
    help: '管理员改了角色或者给了新的链接之后，原来的登录就结束，要重新登录。打不开验证器，或者忘了密码，请找管理员要一个新的链接。',
    ending: '登录到期提醒',
    ends: '登录即将到期，还剩',
    endsMore: '继续操作或者点“继续登录”，就不会退出。退出时，没有发送的内容会被清除。',
    stay: '继续登录',
    lastTime: (at: string, from: string) => `上次登录：${at}，${from}`,
    otherTime: (at: string, from: string) => `您登录之后又有一次登录：${at}，${from}`,
    notYou: '不是您本人的话，请马上请管理员给您新的链接。',
    ownRecords: '我的登录和操作记录',
  },
  {
    title: 'Sign in to the console',
    lead: 'By the name your administrator gave you, your password and a code of your authenticator.',
    again: 'Sign in again',
    againLead:
      'Your session has ended: its time is over, or an administrator changed your role, made a new link for you or keeps you out. What this tab showed and what was typed into it is cleared. Sign in to come back to this page.',
    name: 'Name',
    nameHint: 'Small letters, digits, dots and hyphens',
    password: 'Password',
    code: 'Code',
    codeHint: 'The 6 digits your authenticator shows',
    send: 'Sign in',
    nameMissing: 'Enter your name',
    passwordMissing: 'Enter your password',
    codeWrong: 'Enter the 6 digits your authenticator shows',
    help: 'A session ends when your role is changed or a new link is made for you. If you have lost your authenticator or password, ask an administrator for a new link.',
    ending: 'Your session',
    ends: 'You will be signed out in',
    endsMore: 'Go on working, or stay signed in by the button. What was not sent by then is cleared.',
    stay: 'Stay signed in',
    lastTime: (at: string, from: string) => `Signed in last ${at}, ${from}`,
    otherTime: (at: string, from: string) => `Somebody signed in after you, ${at}, ${from}`,
    notYou: 'If that was not you, ask an administrator for a new link at once.',
    ownRecords: 'My sign-ins and deeds',
  },
)

/** From where somebody came in. */
export const comeFromWords = texts(
  { known_device: '用过的设备', new_device: '新设备', link: '用注册链接' },
  { known_device: 'on a device used before', new_device: 'on a new device', link: 'by the link to enrol' },
)

/** What a person of the console may be. */
export const roleWords = texts(
  { support: '客服', reviewer: '审核', finance: '财务', admin: '管理员' },
  { support: 'Support', reviewer: 'Reviewer', finance: 'Finance', admin: 'Administrator' },
)
