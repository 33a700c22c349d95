import { texts } from '../../../shared/texts/texts.ts'

export const aboutTexts = texts(
  { case: '先前的一件申请', face: '人脸核验', unknown: '编号' },
  { case: 'an earlier case', face: 'a confirmation by face', unknown: 'Number' },
)

/** What our pages lead to help about, by the words that stand in their links. */
export const aboutWords = texts(
  {
    account: '我的账号',
    ban: '账号停用',
    face: '人脸核验',
    level: '实名等级',
    name: '姓名里的字无法识别',
    other: '其他问题',
    papers: '人工核验证件',
    verification: '实名认证',
  },
  {
    account: 'my account',
    ban: 'the ban of my account',
    face: 'confirming by face',
    level: 'my level',
    name: 'a character in my name that cannot be read',
    other: 'something else',
    papers: 'papers that a person looks at',
    verification: 'verification',
  },
)
