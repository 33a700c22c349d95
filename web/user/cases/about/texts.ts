import { texts } from '../../../shared/texts/texts.ts'

export const aboutTexts = texts(
  { case: '先前的一件申请', face: '人脸核验', unknown: '编号', application: (name: string) => `“${name}”的认证申请` },
  {
    case: 'an earlier case',
    face: 'a confirmation by face',
    unknown: 'Number',
    application: (name: string) => `the certification of “${name}”`,
  },
)

/** What our pages lead to help about, by the words that stand in their links. */
export const aboutWords = texts(
  {
    account: '我的账号',
    attempt: '有人在别处用我的身份认证',
    ban: '账号停用',
    clearing: '清除本账号的实名',
    face: '人脸核验',
    level: '实名等级',
    name: '姓名里的字无法识别',
    other: '其他问题',
    papers: '人工核验证件',
    taken: '我没有实名过，身份却已被使用',
    verification: '实名认证',
  },
  {
    account: 'my account',
    attempt: 'somebody who tried to verify as me elsewhere',
    ban: 'the ban of my account',
    clearing: 'having the verification of my account cleared',
    face: 'confirming by face',
    level: 'my level',
    name: 'a character in my name that cannot be read',
    other: 'something else',
    papers: 'papers that a person looks at',
    taken: 'my identity in use though I never verified',
    verification: 'verification',
  },
)
