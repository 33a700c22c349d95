import { texts } from '../../shared/texts/texts.ts'

export const startTexts = texts(
  {
    title: '实名认证',
    lead: '用姓名、身份证号和本人名下的手机号完成，大约一分钟。',
    begin: '开始认证',
    needs: '需要准备',
    needName: '姓名和 18 位身份证号（港澳台居民居住证号也可以）',
    needPhone: '登记在您本人名下的中国大陆手机号，能收短信',
    needPay: '微信或支付宝',
    cost: '费用',
    costMore: '付款前会逐项说明每种结果退多少。因为我们的原因没有结果的，全部退回。',
    how: '怎么进行',
    howTyped: '登录，看清信息交给谁、怎么用，同意后填写',
    howPaid: '选择方式并付款',
    howResult: '几秒后看到结果；关掉页面也不会丢',
    other: '这样不行？',
    otherMore: '持护照或其他证件、未满 14 周岁的，上传证件照片，由工作人员核对，不收费。',
    noPhone: '没有本人名下的大陆手机号，请联系：',
  },
  {
    title: 'Real-name verification',
    lead: 'With your name, ID number and a mobile number in your own name. It takes about a minute.',
    begin: 'Begin',
    needs: 'What you need',
    needName:
      'Your name and ID number of 18 characters (or that of a residence permit of Hong Kong, Macao or Taiwan residents)',
    needPhone: 'A mainland mobile number in your own name that can receive text messages',
    needPay: 'WeChat Pay or Alipay',
    cost: 'What it costs',
    costMore: 'Before you pay you see what goes back in each outcome. If it fails on our side, everything goes back.',
    how: 'How it goes',
    howTyped: 'Sign in, read who gets your data and what for, agree, and type it',
    howPaid: 'Choose an offer and pay',
    howResult: 'See the result within seconds; closing the page loses nothing',
    other: 'This is not for you?',
    otherMore:
      'With a passport or another document, or under 14: upload pictures of it, and a person looks at them. It costs nothing.',
    noPhone: 'Without a mainland number in your own name, ask:',
  },
)
