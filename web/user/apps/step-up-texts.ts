import { texts } from '../../shared/texts/texts.ts'

/** What shows that it is the holder of the account who does something. */
export const stepUpTexts = texts(
  {
    proof: '手机验证',
    faceMissing: '请先完成上面的人脸确认，或改用手持证件照片。',
    pictureMore: '由工作人员核对后才生效，不用人脸识别',
    pictureOnly: '这里不提供人脸确认：请上传手持证件的照片，由工作人员核对后才生效。',
    waits: '已提交，等工作人员核对您的照片后生效。最迟',
    toCase: '查看或撤回',
    toStep: '继续应用的操作',
    phone: '手机号',
    phoneHint: '您登录本账号使用的手机号，或实名认证时使用的手机号',
    lastFour: '证件号码后四位',
    lastFourHint: '您实名的证件号码的最后四位，最后一位可能是 X',
    lastFourWrong: '请填写 4 位：数字，最后一位可能是 X。',
  },
  {
    proof: 'Your number',
    faceMissing: 'Confirm your face above first, or choose the picture.',
    pictureMore: 'It takes effect once a person has looked at it; no face is read by a machine',
    pictureOnly:
      'No face can be confirmed here: hand in a picture of you with your document. It takes effect once a person has looked at it.',
    waits: 'Handed in: it takes effect once a person has looked at your picture. At the latest',
    toCase: 'See it, or take it back',
    toStep: 'Go on with the app',
    phone: 'Mobile number',
    phoneHint: 'The number you sign in to this account with, or the one you were verified with',
    lastFour: 'Last four of the ID number',
    lastFourHint: 'Of the ID number you are verified with; the last may be an X',
    lastFourWrong: 'Give four characters: digits, the last may be an X.',
  },
)
