import { texts } from '../../../shared/texts/texts.ts'

/** What is said where papers cannot be handed in now, or need not. */
export const barTexts = texts(
  {
    papers_not_needed: '这种证件可以自动核验',
    papers_not_neededMore:
      '您的证件由机器核验，几秒就有结果，不用上传照片。请先用姓名、证件号码和本人名下的手机号核验。',
    noPhone: '没有本人名下的大陆手机号，或姓名里有字打不出来的，请联系：',
    papers_open: '您有一份材料正在人工核验',
    papers_openMore: '不用再提交。可以查看进度、补充材料，也可以撤回后重新提交。',
    too_many_papers: '提交次数过多',
    too_many_papersMore: '为防止冒用，每个账号一段时间内可以提交的次数有限。',
    identity_unavailable: '该身份不能在这个账号使用',
    identity_unavailableMore: '填写的身份可能已用在别的账号上，一个人可认证的账号数有限。可以这样做：',
    verified_as_another: '本账号已用另一个身份实名',
    verified_as_anotherMore: '填写的证件与本账号实名的不是同一个人，所以不能再提交。可以这样做：',
    verified: '您已完成实名认证',
    verifiedMore: '不需要再提交材料。',
    byBank: '提交银行证明以提升等级',
    banned: '账号已被停用，不能提交材料',
    toCase: '查看进度',
    againFrom: '可以再提交的时间',
    back: '返回修改',
  },
  {
    papers_not_needed: 'Machines can check this document',
    papers_not_neededMore:
      'It takes seconds and no pictures. Verify with your name, ID number and a mobile number in your own name first.',
    noPhone: 'Without a mainland number in your own name, or with a character in the name that cannot be typed, ask:',
    papers_open: 'Papers of yours are before a person',
    papers_openMore:
      'There is nothing more to hand in. You can see how far it is, add to it, or take it back and begin anew.',
    too_many_papers: 'Handed in too often',
    too_many_papersMore: 'To keep others from posing as you, an account can hand in papers only so often.',
    identity_unavailable: 'This identity cannot be used on this account',
    identity_unavailableMore:
      'It may be in use on another account, and one person can verify only so many. What you can do:',
    verified_as_another: 'This account is verified as somebody else',
    verified_as_anotherMore:
      'These papers are not of the person that this account is verified as, so they cannot be handed in here. What you can do:',
    verified: 'You are verified',
    verifiedMore: 'There is nothing more to hand in.',
    byBank: 'Raise your level by a proof of your bank',
    banned: 'This account is banned, and nothing can be handed in',
    toCase: 'See how far it is',
    againFrom: 'You can hand it in again from',
    back: 'Back to the form',
  },
)
