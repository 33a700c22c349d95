import { texts } from '../../shared/texts/texts.ts'

export const signInTexts = texts(
  {
    title: '登录',
    lead: '用手机号和短信验证码登录，没有账号会自动建立。',
    again: '请重新登录',
    againLead: '登录已到期或已退出。重新登录后回到刚才的页面，您填写的内容都还在。',
    phoneHint: '11 位中国大陆手机号',
    signIn: '登录',
    notReceived: '没有收到？',
    notReceivedMore: '请核对手机号，看看短信是否被拦截；也可以稍等后重新获取。',
    otherPhone: '换一个手机号',
    lastFour: '证件号码后四位',
    lastFourHint: '这个手机号很久没有登录，请填写该账号实名证件号码的后四位，最后一位可能是 X',
    lastFourWrong: '请填写 4 位：数字，最后一位可能是 X。',
    notMine: '以前不是我在使用这个手机号',
    notMineMore: '将建立一个新账号，原来的账号不受影响，您看不到它的内容。',
    startOver: '重新开始，建立新账号',
  },
  {
    title: 'Sign in',
    lead: 'With your mobile number and a code by text message. An account is made if there is none.',
    again: 'Sign in again',
    againLead:
      'You are no longer signed in. Afterwards you are back on the page you were on, with everything you typed.',
    phoneHint: 'A mainland number of 11 digits',
    signIn: 'Sign in',
    notReceived: 'Nothing came?',
    notReceivedMore:
      'Check the number and whether your phone holds back such messages, or wait and ask for another code.',
    otherPhone: 'Use another number',
    lastFour: 'Last four of the ID number',
    lastFourHint:
      'This number was not used here for long: give the last four characters of the ID number the account is verified by; the last may be an X',
    lastFourWrong: 'Give four characters: digits, the last may be an X.',
    notMine: 'The number was not mine before',
    notMineMore: 'A new account is made. The earlier one stays as it is, and you cannot see it.',
    startOver: 'Start over with a new account',
  },
)
