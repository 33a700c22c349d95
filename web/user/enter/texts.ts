import { texts } from '../../shared/texts/texts.ts'

export const enterTexts = texts(
  {
    opening: '正在打开链接',
    title: (platform: string) => `从${platform}进入`,
    lead: '请确认这是您的账号，再继续。',
    platform: '平台',
    account: '平台账号',
    name: '已认证的姓名',
    enter: '是我的账号，继续',
    other: '不是我的账号',
    notMine: '没有登录，什么也没有改变。请关闭本页；如果链接是别人发给您的，请不要继续，也不要填写您的信息。',
    another: '本浏览器现在登录的是另一个账号。切换后，那个账号会在这里退出。',
    replace: '切换到这个账号，继续',
    stay: '不切换，保持现在的账号',
    spentTitle: '链接不能使用',
    none: '打开本页需要平台给出的完整链接。',
    spentMore:
      '链接只能用一次，10 分钟内有效。请回到平台重新打开，平台会给出新的链接。如果刚才已经进入，可以直接继续。',
    goOn: '继续认证',
  },
  {
    opening: 'Opening the link',
    title: (platform: string) => `You come from ${platform}`,
    lead: 'Make sure that this is your account before you go on.',
    platform: 'Platform',
    account: 'Account there',
    name: 'Verified as',
    enter: 'This is me, go on',
    other: 'This is not my account',
    notMine:
      'Nobody was signed in and nothing has changed. Close this page. If somebody else sent you the link, do not go on, and do not give your data.',
    another: 'This browser is signed in to another account, which is signed out here if you change.',
    replace: 'Change to this account and go on',
    stay: 'Stay with the account I am in',
    spentTitle: 'This link opens nothing',
    none: 'To open this page you need the whole link that your platform gave you.',
    spentMore:
      'A link works once, within ten minutes. Go back to the platform and open it anew, which gives you a new link. If you were let in before, you can simply go on.',
    goOn: 'Go on verifying',
  },
)
