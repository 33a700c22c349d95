import { texts } from '../../shared/texts/texts.ts'

/** Of the page on the phone. */
export const scanTexts = texts(
  {
    opening: '正在读取二维码',
    title: '在电脑上登录？',
    lead: '有一台电脑请求用您的账号登录。请先核对，再决定。',
    browser: '电脑上的浏览器',
    browserUnknown: '没有说明，请特别小心',
    place: '所在地',
    at: '请求时间',
    account: '将登录的账号',
    name: '已认证的姓名',
    warning:
      '只有您自己正坐在这台电脑前，才点“确认登录”。二维码是别人发来的、时间或浏览器对不上，都请拒绝：确认后，对方就能看到并使用您的账号。',
    confirm: '确认登录',
    refuse: '不是我，拒绝',
    until: '请在此之前决定',
    signInTitle: '先在手机上登录',
    signInMore: '登录后回到这里，再由您确认。现在还没有同意任何事。',
    notMe: '不是我要登录',
    nothing: '没有登录，什么也没有改变。请关闭本页；二维码如果是别人发来的，请不要继续。',
    confirmed: '已确认',
    confirmedMore: '电脑上会自动登录，可以回到电脑上继续。如果电脑一分钟内没有登录，请在电脑上刷新二维码，再扫一次。',
    confirmedUndo: '后悔了，或者电脑不是您的？在账号页的“登录的设备”里可以让它退出。',
    refused: '已拒绝',
    refusedMore: '那台电脑没有登录您的账号。如果二维码是别人发来的，对方可能想冒用您的账号，请不要再扫。',
    overTitle: '二维码不能使用',
    none: '打开本页需要先扫描电脑上的二维码。',
    overMore:
      '二维码三分钟内有效，只能用一次。请在电脑上刷新二维码，再扫一次。如果刚才已经确认过，电脑上应该已经登录。',
    toAccount: '查看我的账号',
  },
  {
    opening: 'Reading the code',
    title: 'Sign in on a computer?',
    lead: 'A computer asks to be signed in to your account. Check first, then decide.',
    browser: 'Browser there',
    browserUnknown: 'It does not say: be careful',
    place: 'Where it is',
    at: 'Asked',
    account: 'Account to be signed in',
    name: 'Verified as',
    warning:
      'Confirm only if it is you who sits at this computer. Refuse if somebody sent you the code, or the time or the browser is not yours: whoever is there could see and use your account.',
    confirm: 'Confirm',
    refuse: 'Not me, refuse',
    until: 'Decide before',
    signInTitle: 'Sign in on the phone first',
    signInMore: 'Afterwards you are back here to confirm. Nothing is agreed to yet.',
    notMe: 'It is not me who signs in',
    nothing:
      'Nobody was signed in and nothing has changed. Close this page. If somebody else sent you the code, do not go on.',
    confirmed: 'Confirmed',
    confirmedMore:
      'The computer signs in by itself: go on there. If it has not within a minute, refresh the code there and scan it again.',
    confirmedUndo: 'Changed your mind, or not your computer? Sign it out under “Signed in on” on your account page.',
    refused: 'Refused',
    refusedMore:
      'That computer was not signed in to your account. If somebody else sent you the code, they may want to use your account: do not scan it again.',
    overTitle: 'This code opens nothing',
    none: 'To open this page, scan the code that a computer shows.',
    overMore:
      'A code is good for three minutes, once. Refresh it on the computer and scan it again. If you confirmed just now, the computer should be signed in.',
    toAccount: 'To my account',
  },
)

/** Of the desktop that shows the code. */
export const desktopTexts = texts(
  {
    title: '手机扫码登录',
    lead: '用微信“扫一扫”或手机相机扫描，在手机上确认。',
    label: '登录用的二维码，用手机扫描',
    coming: '正在取二维码',
    scanned: '已扫描',
    scannedMore: '请在手机上核对，点“确认登录”。',
    confirmed: '手机上已确认，正在登录',
    refused: '手机上已拒绝，没有登录。',
    over: '二维码已过期',
    elsewhere: '另一个窗口打开了新的二维码，这里的已失效。',
    refresh: '刷新二维码',
    until: '有效时间还剩',
    noPhone: '没有手机在身边？请用手机号和短信验证码登录。',
  },
  {
    title: 'Sign in by phone',
    lead: 'Scan with WeChat or the camera of your phone, and confirm there.',
    label: 'Code to sign in by, to be scanned with a phone',
    coming: 'Getting a code',
    scanned: 'Scanned',
    scannedMore: 'Check it on the phone, and confirm there.',
    confirmed: 'Confirmed on the phone, signing in',
    refused: 'Refused on the phone. Nobody was signed in.',
    over: 'The code is over',
    elsewhere: 'Another window asked for a new code, so this one is over.',
    refresh: 'New code',
    until: 'Good for another',
    noPhone: 'No phone at hand? Sign in with your number and a code by text message.',
  },
)
