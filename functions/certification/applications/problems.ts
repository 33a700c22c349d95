import type { NextStep, Problem } from '../../../shared/kernel/problems.ts'

const APPLICATION = { type: 'string', always: true, is: 'The application.' } as const

/** What becomes of an app whose company is dissolved: it is not stuck with it. */
const whereItEnded = [
  {
    step: 'another_applicant',
    zh: '由承接业务的单位或个人申请：在申请里换成另一个主体。',
    en: 'Have whoever carries it on be certified: choose another applicant in the application.',
    page: '/developer/applicants',
  },
  {
    step: 'hand_over_app',
    zh: '把应用移交给承接方的管理员（先撤回进行中的申请）。',
    en: 'Hand the app over to the administrator of whoever carries it on, once the application is withdrawn.',
    page: '/developer',
  },
  {
    step: 'look_up_again',
    zh: '登记已经恢复的，重新添加该主体并再核对。',
    en: 'Where it was restored in the register, add it once more and have it looked up again.',
    page: '/developer/applicants',
  },
] as const satisfies readonly NextStep[]

/** Applications for the certification of an app. */
export const applicationProblems = {
  certification_app_changed: {
    status: 409,
    zh: '应用在申请之后有了变化（改名、移交或另有申请），这件申请不能继续；请重新申请。',
    en: 'The app has changed since: its name, its administrator, or another application. This one cannot go on; apply anew.',
  },
  certification_identity_changed: {
    status: 409,
    zh: '管理员的实名信息在确认之后有了变化，不能认证；请退回或重新申请。',
    en: 'The administrator is verified as somebody else, or as nobody, since they confirmed: nothing can be certified.',
  },
  certification_returned_enough: {
    status: 409,
    zh: '这件申请已经退回补正过规定的次数，请直接作出决定。',
    en: 'This was returned to be corrected as often as it may be: decide it.',
  },
  certification_correct_there: {
    status: 409,
    zh: '请在认证申请里补正各项内容，再重新提交。',
    en: 'Correct the fields of the application itself, and send that again.',
  },
  application_open: {
    status: 409,
    members: { applicationId: APPLICATION },
    zh: '该应用已有一件认证申请在进行，请查看那一件。',
    en: 'An application for this app is open; look at that one.',
  },
  application_over: {
    status: 409,
    members: { ended: { type: 'string', always: true, is: 'Its state.' } },
    zh: '这件认证申请已经结束，不能再更改；可以重新申请。',
    en: 'This application is over and changes no more; you can apply anew.',
  },
  application_not_editable: {
    status: 409,
    zh: '认证申请提交后不能修改；退回补正时可以修改，或先撤回。',
    en: 'An application that was sent in is not changed, but when it is returned to be corrected; or withdraw it.',
  },
  application_not_awaited: {
    status: 409,
    members: { standing: { type: 'string', always: true, is: 'Its state.' } },
    zh: '这件认证申请现在不需要这一步，请查看它的进度。',
    en: 'The application does not wait for this now; look at where it is.',
  },
  application_incomplete: {
    status: 409,
    zh: '认证申请还有问题，请按各项提示改正后再提交；检查不收费。',
    en: 'Something about the application is wrong still: each field says what. Looking at it costs nothing.',
  },
  application_level_too_low: {
    status: 409,
    next: [{ step: 'prove_more', zh: '去提升实名等级。', en: 'Prove more of who you are.', page: '/level' }],
    zh: '管理员的实名等级不够：个人申请需要 2 级（再做一项核验，如证件照片或银行卡），单位的管理员需要先实名。',
    en: 'The administrator is not verified as this needs: a person at level 2, with one proof more, as photos of the ID card or a bank card, and whoever acts for an organisation at level 1.',
  },
  applicant_unchecked: {
    status: 409,
    zh: '申请主体还没有核对，请先核对主体资料。',
    en: 'The applicant was not checked yet: have it checked first.',
  },
  applicant_differs: {
    status: 409,
    zh: '主体资料与登记信息不一致，请按营业执照核对名称、统一社会信用代码和法定代表人后更正。',
    en: 'What was given of the applicant is not what is registered: compare name, credit code and legal representative with the licence.',
  },
  applicant_not_operating: {
    status: 409,
    next: whereItEnded,
    zh: '该主体已注销、吊销或停业，不能申请认证；应用可以由承接方申请，或移交给承接方。',
    en: 'The applicant is struck off, revoked or closed, and nothing is certified for it. Whoever carries it on can apply, or take the app on.',
  },
  applicant_later: {
    status: 409,
    waits: true,
    zh: '登记系统中还查不到该主体（新登记或刚变更的资料要过一段时间才有），请稍后再核对；不占用补正次数。',
    en: 'The register has no such applicant yet: what was registered or changed lately takes a while. Have it checked later; no correction is spent.',
  },
  applicant_needs_no_check: {
    status: 409,
    zh: '个人申请不需要核对主体，以账号的实名等级为准。',
    en: 'A person is not looked up in a register: the level of the account speaks for them.',
  },
  applicant_checks_used: {
    status: 429,
    waits: true,
    zh: '今天核对主体的次数已用完，请明天再试。',
    en: 'Registers were asked as often as they may be today; try again tomorrow.',
  },
  applicant_limit_reached: {
    status: 409,
    zh: '本账号保存的申请主体数量已达上限。',
    en: 'This account keeps as many applicants as it may.',
  },
  invalid_company_name: {
    status: 400,
    zh: '单位名称应与营业执照或登记证书上的全称一致，请核对。',
    en: 'Give the whole name of the organisation as the licence or certificate has it.',
  },
  invalid_credit_code: {
    status: 400,
    zh: '统一社会信用代码应为 18 位，请按营业执照或登记证书核对。',
    en: 'A credit code has 18 characters: compare it with the licence or certificate.',
  },
  credit_code_kind: {
    status: 400,
    zh: '该统一社会信用代码不属于所选的主体类型，请选择对应的类型。',
    en: 'This credit code belongs to another kind of applicant: choose that.',
  },
  material_missing: {
    status: 409,
    zh: '还缺少必需的材料，请补充；expected 说明是哪一种。',
    en: 'A picture that is needed is missing; `expected` says which.',
  },
  material_too_many: {
    status: 409,
    zh: '这种材料的数量超过上限，请删去多余的。',
    en: 'There are more pictures of this kind than are taken; leave some out.',
  },
  material_not_asked: {
    status: 409,
    zh: '这类申请不需要这种材料，请删去。',
    en: 'Pictures of this kind are not asked for; leave it out.',
  },
  invalid_paper_day: {
    status: 400,
    zh: '请填写材料上的日期（如 2026-11-30）：营业执照填写营业期限的最后一天，长期有效的选择“长期”；授权书填写签署日期，不能晚于今天。',
    en: 'Give the day on the paper, such as 2026-11-30: of a licence the last day of its term or that it has none, of a letter the day it was signed, which is not after today.',
  },
  paper_day_missing: {
    status: 409,
    zh: '请填写这份材料的日期：营业执照的营业期限，或授权书的签署日期。',
    en: 'Say the day of this paper: until when the licence counts, or when the letter was signed.',
  },
  paper_over: {
    status: 409,
    zh: '这份材料已经过期，请换上有效的材料并填写它的日期。授权书自签署之日起 90 天内有效。',
    en: 'This paper has run out: hand in one that counts, and say its day. A letter of authorisation counts for 90 days from when it was signed.',
  },
  certification_paper_over: {
    status: 409,
    members: { papers: { type: 'string', always: true, is: 'Which papers, with spaces between them.' } },
    zh: '申请所用的材料已经过期，不能继续。尚未缴费的，请撤回后换上有效的材料重新申请，不收费；已在审核中的，请退回补正该项，不占补正次数。',
    en: 'A paper of the application has run out, and it goes no further with it. Before the fee was paid: withdraw it, free of charge, and apply with one that counts. Before people: return it for that paper, which takes none of its corrections.',
  },
  names_changed: {
    status: 409,
    members: {
      from: { type: 'string', always: true, is: 'What the app is called.' },
      to: { type: 'string', always: true, is: 'What it is to be called.' },
      pairToken: { type: 'string', always: true, is: 'What stands for exactly this change.' },
    },
    zh: '您确认的名称变更与申请中的不一致，请核对原名称和认证名称后再确认。',
    en: 'What you confirm is not the change of name that is applied for: read it again, and confirm that.',
  },
  confirmation_needed: {
    status: 409,
    zh: '认证名称改变了，请重新确认名称变更（短信验证码和身份证号后四位，加人脸或手持证件照片）。',
    en: 'The certified name is another now: confirm the change once more, by a code and the last four, and by face or a picture.',
  },
  confirmation_face_unfit: {
    status: 409,
    zh: '这次人脸确认不是针对这件申请的这个名称变更，或没有通过；请重新确认，或改用手持证件照片由人工核对。',
    en: 'That confirmation by face is not of this change of name, or did not pass: begin another, or hand in a picture for a person to look at.',
  },
} as const satisfies Record<string, Problem>
