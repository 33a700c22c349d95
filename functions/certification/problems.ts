import type { Problem } from '../../shared/kernel/problems.ts'

/** Apps, their names, and their certification. */
export const certificationProblems = {
  app_limit_reached: {
    status: 409,
    zh: '本账号管理的应用数量已达上限，请先删除不用的应用；以企业或政府机构申请认证、且登记信息核对一致后，上限会提高。',
    en: 'This account administers as many apps as it may; remove one that is not used. It may have more once it applies for an enterprise or a government body that a register has as it was given.',
  },
  invalid_domain: {
    status: 400,
    zh: '请填写域名，例如 example.com：不带端口，不是 IP 地址，并且能从公网访问。',
    en: 'This is not a domain such as example.com: without a port, no IP address, and one that the internet knows.',
  },
  domain_limit_reached: {
    status: 409,
    zh: '本账号的域名数量已达上限，请先移除不用的域名。',
    en: 'This account has as many domains as it may; take one off that is not used.',
  },
  domain_lapsed: {
    status: 409,
    zh: '这次域名验证已过期，请重新添加该域名，并换上新的验证内容。',
    en: 'The time to prove this domain is over: add it again, and put the new text in its place.',
  },
  domain_not_proven: {
    status: 409,
    members: {
      dns: { type: 'string', always: true, is: 'Why the record does not prove it.' },
      file: { type: 'string', always: true, is: 'Why the file does not prove it.' },
    },
    zh: '还没有看到验证内容：请按提示添加 TXT 记录，或上传验证文件，然后再试；新的记录可能要等几分钟到几小时才生效。',
    en: 'The domain does not show the text yet: add the TXT record or upload the file as told, and try again. A new record may take minutes to hours until everybody sees it.',
  },
  licence_not_offered: {
    status: 409,
    zh: '这里不自动识别营业执照，请按执照填写，由人工核对。',
    en: 'Licences are not read by a machine here: type what stands there, and people compare it.',
  },
  licence_unreadable: {
    status: 409,
    members: {
      reason: { type: 'string', always: true, is: 'What is wrong with the photo.' },
      advice: { type: 'string', always: true, is: 'What to do, in the language of the answer.' },
    },
    zh: '这张营业执照照片无法识别，请按提示重新拍摄，或直接按执照填写。',
    en: 'The licence cannot be read off this photo: take it again as told, or type what stands there.',
  },
  licence_not_read: {
    status: 503,
    zh: '营业执照识别服务暂时不可用，请稍后再试，或直接按执照填写。',
    en: 'Nobody could look at the photo just now; try again later, or type what stands there.',
  },
  account_proof_not_offered: {
    status: 409,
    zh: '这里不提供对公账户打款验证：请直接申请，由审核人员按营业执照和授权书核对。',
    en: 'Accounts of companies are not proven by a transfer here: apply, and reviewers compare the licence and the letter of authorisation.',
  },
  account_proof_needs_company: {
    status: 409,
    zh: '只有企业可以验证对公账户；其他主体由审核人员按材料核对。',
    en: 'Only the account of an enterprise is proven by a transfer; of other applicants reviewers compare the papers.',
  },
  invalid_account_number: {
    status: 400,
    zh: '请填写对公账户的账号：8 到 32 位数字。',
    en: 'This is not the number of an account: 8 to 32 digits.',
  },
  invalid_bank_code: {
    status: 400,
    zh: '请填写开户行的行号：12 位数字；不清楚时可以不填。',
    en: 'This is not the code of a bank: 12 digits. Leave it out where it is not known.',
  },
  account_proofs_used: {
    status: 429,
    waits: true,
    zh: '今天的打款验证次数已用完，请明天再试。',
    en: 'As many transfers were made today as may be; try again tomorrow.',
  },
  account_not_taken: {
    status: 409,
    zh: '银行查无此账户，或户名与企业名称不一致，没有打款；请核对账号后再试。',
    en: 'The bank knows no such account of this company, and nothing was transferred: compare the number, and try again.',
  },
  account_not_transferred: {
    status: 503,
    waits: true,
    zh: '现在无法打款，没有任何款项转出；请稍后再试，或直接申请，由审核人员按材料核对。',
    en: 'Nothing could be transferred just now, and nothing was; try again later, or apply, and reviewers compare the papers.',
  },
  invalid_fen: {
    status: 400,
    zh: '请填写到账的金额，单位为分：1 到 99 的整数。',
    en: 'Say how many fen arrived: a whole number from 1 to 99.',
  },
  account_proof_over: {
    status: 409,
    zh: '没有等待填写金额的打款：还没有发起、已过期、被银行退回，或已填错三次；请重新发起。',
    en: 'No transfer waits for its amount: none was asked for, its time is over, it came back, or three amounts were wrong. Ask for another.',
  },
  account_amount_wrong: {
    status: 409,
    members: { triesLeft: { type: 'integer', always: true, is: 'How often an amount may be said still.' } },
    zh: '金额与到账的不一致，请看账户明细后再填；一共可以填三次，用完后需要重新发起。',
    en: 'That is not what arrived: look at the statement of the account. It may be said three times in all; after that another transfer is asked for.',
  },
  app_in_application: {
    status: 409,
    members: { applicationId: { type: 'string', always: true, is: 'The application that is open.' } },
    zh: '该应用的认证申请还在进行中，名称不能改，应用也不能删除；请等审核结束，或先撤回申请。',
    en: 'A certification of this app is under way: until it ends or you withdraw it, the app keeps its name and cannot be removed.',
  },
  app_certified: {
    status: 409,
    zh: '该应用已通过认证，认证名称只能通过新的认证申请更改；证书有效期内应用不能删除。',
    en: 'This app is certified: its certified name changes by a new certification only, and it cannot be removed while the certificate counts.',
  },
  app_not_handed_over: {
    status: 409,
    zh: '个人的认证说明应用由本人管理，认证期间不能更换管理员；可以由新管理员创建应用并重新申请认证。',
    en: 'This app is certified as one of its administrator’s own, and is handed over to nobody while that counts. Whoever shall have it can create an app and apply for it.',
  },
  handover_over: {
    status: 409,
    zh: '这个移交链接无效、已使用、已取消、已过期，或原管理员的照片还在等人工核对。请问原管理员，或要一个新的；如果您已接管，应用在“我的应用”里。',
    en: 'This link hands nothing over: it is used, taken back, over, was never one, or still waits for a person to look at it. Ask the administrator, or for another; if you have taken the app on already, it is among your apps.',
  },
  handover_own: {
    status: 409,
    zh: '您现在就是这个应用的管理员。请把链接发给要接管的人，由对方登录自己的账号打开。',
    en: 'You are the administrator of this app. Send the link to whoever shall be: they open it in their own account.',
  },
  handover_level_too_low: {
    status: 409,
    members: { level: { type: 'integer', always: true, is: 'The level that it takes.' } },
    zh: '该应用已为单位认证，接管的人要先完成实名认证，达到所需的等级。',
    en: 'This app is certified for an organisation: whoever takes it on has to be verified first, up to `level`.',
  },
  presence_required: {
    status: 400,
    members: { faceAction: { type: 'string', always: true, is: 'What a confirmation by face has to be about.' } },
    zh: '本账号已实名，这一步还要确认是您本人：请先完成人脸确认，或上传手持证件的照片由人工核对。',
    en: 'This account is verified, so that this step takes you in person: confirm your face first, or hand in a picture of you with your document for a person to look at.',
  },
  step_needs_verification: {
    status: 409,
    zh: '该应用已认证，管理员的账号要先实名认证，才能移交应用。',
    en: 'This app is certified: its administrator is verified first, and can hand it over then.',
  },
  app_step_open: {
    status: 409,
    waits: true,
    zh: '该应用有一项变更正在等待人工核对，核对完或到期后才能进行这一步；也可以先撤回那项变更。',
    en: 'A change of this app waits for a person to look at it. Until that is decided or its time is over nothing else is changed; whoever asked can take it back.',
  },
  app_names_changed: {
    status: 409,
    zh: '应用的名称刚刚变了，与您看到的不同。请重新打开应用的页面，确认原名称和新名称后再提交。',
    en: 'The app has another name by now than the one you were shown. Open its page anew, and confirm the old and the new name once more.',
  },
  app_renames_used: {
    status: 409,
    waits: true,
    zh: '该应用今年的改名次数已用完，明年 1 月 1 日（北京时间）起可以再改；通过认证也可以更换名称。',
    en: 'The app was renamed as often as it may be in a year. It may be again from 1 January, Beijing time; a certification gives it another name, too.',
  },
  app_platform_kind: {
    status: 400,
    zh: '这类应用不在该平台上运行，请从 expected 所列的平台中选择。',
    en: 'Apps of this kind do not run on that platform; choose one of those in `expected`.',
  },
  app_platform_twice: {
    status: 400,
    zh: '同一平台只能填写一个应用 ID，请删去多余的一个。',
    en: 'An app has one id on each platform; leave one of the two out.',
  },
  app_platform_id: {
    status: 400,
    zh: '应用 ID 的格式与该平台不符，请从平台的管理后台复制；expected 中有一个例子。',
    en: 'This is not what an id of that platform looks like; copy it from the console of the platform. `expected` has an example.',
  },
  app_name_too_short: {
    status: 400,
    zh: '名称太短：至少 4 个字符，一个汉字算 2 个。',
    en: 'The name is too short: it takes 4 characters, of which a Chinese one counts as 2.',
  },
  app_name_too_long: {
    status: 400,
    zh: '名称太长：最多 30 个字符，一个汉字算 2 个；标出的部分超出了。',
    en: 'The name is too long: it takes 30 characters at most, of which a Chinese one counts as 2. What is marked is too much.',
  },
  app_name_character: {
    status: 400,
    zh: '名称中有不能使用的字符：可以使用汉字、英文字母、数字、空格和 · + & -；形似英文字母的其他字母请换成英文字母。',
    en: 'A character in the name cannot be used: Chinese characters, the letters A to Z, digits, spaces and · + & - can. A letter of another alphabet that looks like one of these must be that.',
  },
  app_name_sign_place: {
    status: 400,
    zh: '符号 · + & - 应在文字之间，不能在开头或连用；只有 + 可以在末尾。',
    en: 'The signs · + & - stand between words, neither at the beginning nor side by side; only + may be the last.',
  },
  app_name_no_letter: {
    status: 400,
    zh: '名称不能只有数字和符号，至少要有一个汉字或字母。',
    en: 'A name is not made of digits and signs alone: it has a Chinese character or a letter.',
  },
  app_name_word: {
    status: 400,
    zh: '名称中有不能使用的词，请删去或换一个词。',
    en: 'The name holds a word that no name may hold; leave it out or say it otherwise.',
  },
  app_name_number: {
    status: 400,
    zh: '名称是公开的，不能包含手机号、证件号或卡号，请删去。',
    en: 'A name is public: it holds no phone number, no ID number and no card number. Leave it out.',
  },
  app_name_unchanged: {
    status: 409,
    zh: '应用现在就叫这个名称，不需要更改。',
    en: 'This is what the app is called already; there is nothing to change.',
  },
  app_name_own: {
    status: 409,
    zh: '您的另一个应用已使用这个名称或看起来一样的名称，请换一个，或先给那个应用改名。',
    en: 'Another app of yours has this name, or one that looks the same: choose another, or rename that app first.',
  },
  app_name_taken: {
    status: 409,
    zh: '这个名称或看起来一样的名称已被其他应用使用，请换一个。',
    en: 'Another app has this name, or one that looks the same; choose another.',
  },
  app_name_held: {
    status: 409,
    waits: true,
    zh: '这个名称或看起来一样的名称刚被其他应用停用，为防冒用暂时保留，到期后可以使用；也可以现在换一个。',
    en: 'Another app had this name, or one that looks the same, until lately. It is kept back for a while so that nobody passes for that app: choose another, or wait.',
  },
  app_name_needs_proof: {
    status: 409,
    zh: '名称中有受保护的词，需要证明您有权使用；请先用别的名称创建应用，再在认证申请中提交该名称和证明材料。',
    en: 'The name holds a protected word and takes proof of the right to it: give the app another name now, and ask for this one in an application for certification, with the proof.',
  },
} as const satisfies Record<string, Problem>
