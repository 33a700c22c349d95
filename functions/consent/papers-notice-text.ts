import type { Language } from '../../shared/kernel/language.ts'
import type { NoticeText } from './consent.ts'
import { wordsFor } from './notice-text.ts'

/**
 * What a user is told before a person looks at their papers, apart from everything else (个人信息保护法 第十七、二十八至三十一条): who, what for,
 * which pictures, who sees them, how long they are kept, and what refusing means. Under the age of 14 the guardian agrees.
 */
const builtIn: Record<Language, NoticeText> = {
  zh: {
    title: '人工核验个人信息处理告知书',
    text: `1. 处理者：{name}。联系方式：{contact}。
2. 目的：由我们的审核人员核对您的证件，完成本账号的实名认证或提升其等级。只用于这一次核验和由此产生的申诉、投诉处理，不用于其他目的。
3. 处理的信息：您填写的姓名、证件种类和号码、国籍、出生日期、证件有效期，以及您上传的证件照片和手持证件照片；代未满 14 周岁的孩子办理的，还包括监护人的姓名、证件号码、证件照片和同意书；以银行证明代替银行卡核验的，还包括银行证明的照片，上面的账号和金额可以遮住。身份证件和金融账户信息属于敏感个人信息，泄露可能危害人身和财产安全，所以需要您的单独同意。
4. 如何处理：照片上传后去除拍摄位置等附带信息，加密保存，不提供给第三方。只有负责审核的人员可以查看，每次查看都会记录是谁、为什么；他们只核对证件，不作人脸识别。信息在中国境内处理。
5. 保存期限：照片在核验结束三十天后删除；没有提交的照片一天后删除。姓名和号码加密保存到您清除实名或注销账号。备份最多再保留三十五天。
6. 不同意的后果：不能以这种方式完成实名，已有的功能不受影响。能够自动核验的证件可以改用自动核验。
7. 您的权利：可以查阅、复制、更正、删除您的信息，撤回申请和同意，对结果要求解释、申诉并由另一位审核人员处理，也可以向监管部门投诉。请通过上述联系方式提出；撤回同意不影响此前已进行的处理。不满 14 周岁的，须由监护人阅读并同意。`,
  },
  en: {
    title: 'Notice on the use of personal information when a person looks at your papers',
    text: `1. Who: {name}. Contact: {contact}.
2. What for: a person of ours compares your document with what you typed, so that this account is verified or its level raised. For this once, and for appeals and complaints about it; for nothing else.
3. Which data: name, kind and number of the document, nationality, date of birth and end of validity that you type, and the pictures of the document, and of you holding it, that you upload; for a child under 14 also name, number, document and consent of the guardian; where what your bank has certified takes the place of a bank card, also its picture, on which account numbers and amounts may be covered. Documents of identity and data of bank accounts are sensitive personal information: a leak may endanger you and your property. So your separate consent is needed.
4. How: pictures are freed of where they were taken and the like, kept encrypted and given to nobody else. Only those who review may look at them, and each look is on record with who and why; they compare documents and use no face recognition. The data is processed within mainland China.
5. How long: pictures are deleted thirty days after the review is over, those that were never handed in after a day. Name and number are kept encrypted until you clear your verification or close the account. Backups keep them up to thirty-five days more.
6. If you refuse: you cannot be verified in this way; everything else stays as it is. A document that machines can check can be checked by them.
7. Your rights: to see, copy, correct and delete your data, to take back the application and the consent, to be given an explanation of the result, to appeal to another person, and to complain to the authorities. Use the contact above; withdrawing does not undo what was done before. For a child under 14 the guardian reads this and agrees.`,
  },
}

export const papersWords = wordsFor('attended_review', builtIn)
