import { texts } from '../../shared/texts/texts.ts'

/** What shows that it is the holder of the account who does something. */
export const stepUpTexts = texts(
  {
    proof: '手机验证',
    faceMissing: '请先完成上面的人脸确认，或改用手持证件照片。',
    pictureMore: '由工作人员核对后才生效，不用人脸识别',
    pictureOnly: '这里不提供人脸确认：请上传手持证件的照片，由工作人员核对后才生效。',
    renameWaits: (name: string) => `改名为“${name}”已提交，等工作人员核对您的照片后生效；在此之前应用仍用现在的名称。`,
    handover: '移交链接已提交核对：工作人员核对您的照片后，链接才能打开。',
    takeover: '有人打开了移交链接要接管应用，正在等工作人员核对其照片；通过后应用归对方管理。不想移交，可以现在取消。',
    otherWaits: '应用的另一项变更正在等人工核对，结束前不能进行这一项。',
    waitsUntil: '最迟',
    waitsEnd: '，到时还没有核对完就不再生效，一切照旧。',
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
    renameWaits: (name: string) =>
      `Renaming to “${name}” is handed in, and takes effect once a person has looked at your picture; until then the app keeps its name.`,
    handover: 'The link opens once a person has looked at your picture.',
    takeover:
      'Somebody opened the link and asks to take the app on: it is theirs once a person has looked at their picture. You can keep the app instead, now.',
    otherWaits: 'Another change of the app waits for a person; this cannot be done before that has ended.',
    waitsUntil: 'Until',
    waitsEnd: ': if nobody has decided by then, nothing changes.',
    toCase: 'See it, or take it back',
    toStep: 'Go on with the app',
    phone: 'Mobile number',
    phoneHint: 'The number you sign in to this account with, or the one you were verified with',
    lastFour: 'Last four of the ID number',
    lastFourHint: 'Of the ID number you are verified with; the last may be an X',
    lastFourWrong: 'Give four characters: digits, the last may be an X.',
  },
)
