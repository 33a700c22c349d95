import type { Language } from '../../shared/kernel/language.ts'
import type { NoticeText } from './consent.ts'
import { wordsFor } from './notice-text.ts'

/**
 * What a user is told before they consent to be confirmed by face, apart from everything else (个人信息保护法 第二十九、三十条; 人脸识别技术
 * 应用安全管理办法 第五至八、十条): who, what for, what is done with the face, by whom, how long, and that it can be left.
 */
const builtIn: Record<Language, NoticeText> = {
  zh: {
    title: '人脸核验个人信息处理告知书',
    text: `1. 处理者：{name}。联系方式：{contact}。
2. 目的：确认正在操作的就是本账号已实名的本人。每次只为您当时看到的那一件事，不用于其他目的，也不用来识别您是谁。
3. 处理的信息：您已核验的姓名和证件号码，以及您在受托人页面上拍摄的人脸影像。人脸信息属于敏感个人信息，一旦泄露无法更换，可能危害人身和财产安全，所以需要您的单独同意。
4. 如何处理：我们把姓名和证件号码经加密传输交给受托人{recipients}，由其在自己的页面上采集人脸影像，判断是否真人，并与公安机关的证件照片比对。我们只收到通过或不通过及其原因；人脸影像和视频我们不接收、不查看、不保存。信息在中国境内处理。
5. 保存期限：我们只保存核验结果和时间，通过的结果十二个月后失效。受托人按委托约定在完成核验和核对账单所需的期限内保存，期满删除。
6. 不同意的后果：人脸核验不是唯一的方式。您可以不做，也可以中途离开；已有的实名和其他功能都不受影响。需要人脸核验的事，您可以通过上述联系方式要求由人工核实代替。
7. 您的权利：可以查阅、复制、更正、删除您的信息，随时撤回同意，要求解释，也可以向监管部门投诉。请通过上述联系方式提出；撤回同意不影响此前已进行的处理。不满 14 周岁的，须由监护人同意并联系我们办理。`,
  },
  en: {
    title: 'Notice on the use of personal information for confirmation by face',
    text: `1. Who: {name}. Contact: {contact}.
2. What for: to confirm that whoever is acting is the person this account is verified as. Each time for the one thing you are shown then, for nothing else, and not to find out who you are.
3. Which data: the name and ID number you were verified with, and pictures of your face, which you take on the page of our processor. A face is sensitive personal information: once leaked it cannot be changed, which may endanger you and your property. So your separate consent is needed.
4. How: name and ID number go by encrypted transfer to our processor {recipients}, which takes the pictures on its own page, judges whether a living person is there, and compares them with the photograph of the police. We learn only whether you passed, and if not, why; we neither receive nor look at nor keep any picture or video of your face. The data is processed within mainland China.
5. How long: we keep the result and its time alone; that you passed counts for twelve months. The processor keeps the data as long as it needs to finish the confirmation and settle its bill, as agreed with us, and then deletes it.
6. If you refuse: a face is never the only way. You need not do it, and can leave in the middle; your verification and everything else stay as they are. Where a confirmation by face is asked for, you can ask at the contact above to be confirmed by a person instead.
7. Your rights: to see, copy, correct and delete your data, to withdraw consent at any time, to be given an explanation, and to complain to the authorities. Use the contact above; withdrawing does not undo what was done before. Under the age of 14 a guardian must consent and contact us.`,
  },
}

export const faceWords = wordsFor('face', builtIn)
