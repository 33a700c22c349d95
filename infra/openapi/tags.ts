/** The parts of the API, by the capability whose functions answer: what each is for. */
export const tags: Readonly<Record<string, { title: string; is: string }>> = {
  account: {
    title: '账号 · Accounts',
    is: '登录、会话、消息令牌、停用与申诉。 Sign-in, sessions, message tokens, bans and appeals.',
  },
  consent: {
    title: '告知与同意 · Notices and consents',
    is: '用户同意的个人信息处理告知书（各版本长期可查）、同意记录，以及谁收到过哪些信息。 The notices on personal data by version, what users agreed to, and who got which of their data.',
  },
  operators: {
    title: '操作员 · Operators',
    is: '运营控制台的登录、注册与操作员管理。 Signing in at the console, enrolling, and managing who may.',
  },
  gate: { title: '门禁 · Gate', is: '某账号现在能否使用某功能。 Whether an account may use a feature now.' },
  payment: {
    title: '支付 · Payment',
    is: '订单、付款、退款和支付渠道的通知。 Orders, paying, refunds, and notifications of payment channels.',
  },
  membership: { title: '会员 · Membership', is: '购买会员。 Buying a month of membership.' },
  review: {
    title: '人工处理 · Cases for people',
    is: '用户请人工帮助、补充、撤回和申诉；运营领取、要求补充、决定和复核。 Users ask a person for help, answer, withdraw and appeal; operators take cases, ask, decide and agree.',
  },
  profile: {
    title: '自愿补充信息 · Further information',
    is: '用户自愿提供的地址证明、邮箱和职业，只影响等级旁边的信任分。 Proof of an address, an e-mail address and an occupation, which nobody has to give: they count in the trust score beside the level alone.',
  },
  proofing: {
    title: '实名认证通知 · Notices of verification',
    is: '账号完成实名认证后的通知：不是本人操作的，可以提出并暂停发送。 What an account is told once it is verified: whoever it was not says so, and can pause its sending.',
  },
  material: {
    title: '图片材料 · Pictures',
    is: '上传证件等图片；处理、加密后保存，运营查看须有理由并留痕。 Pictures that are uploaded, measured and sealed; operators look at them with a reason, on record.',
  },
  verification: {
    title: '实名认证 · Verification',
    is: '提交姓名、证件号码和手机号，付款后核验。 Name, ID number and mobile are submitted, paid for and checked.',
  },
  face: {
    title: '人脸核验 · Confirmation by face',
    is: '已实名的人再用人脸确认一次是本人；从不是唯一的方式。 Whoever is verified is confirmed once more by their face, which is never the only way.',
  },
  documents: {
    title: '身份证照片 · Identity cards',
    is: '识别上传的身份证照片，与填写或实名的信息核对；提交正反两面以提升实名等级。 Photos of identity cards are read and compared with what was typed, or with whom the account is verified as; both sides together raise the level.',
  },
  wallet: {
    title: '积分与银行卡 · Points and bank cards',
    is: '充值积分；绑定、查看和解绑银行卡。 Buying points; binding, seeing and taking off bank cards.',
  },
  clearing: {
    title: '业务绑定 · Businesses',
    is: '平台登记依赖实名的业务，并把它们与用户绑定。 Businesses of the platform that rely on who its users are, and which users they are bound to.',
  },
  certification: {
    title: '应用与认证 · Apps and their certification',
    is: '创建和管理应用，免费检查应用名称，验证域名；申请认证：免费预检、提交、确认、缴费、补正。 Apps of the customers of the platform, a free look at the names that they ask for, proof of their domains, and their certification: looked at for free, sent in, confirmed, paid and corrected.',
  },
  certificates: {
    title: '认证证书 · Certificates',
    is: '任何人按证书编号查询应用的认证现状（有效、暂停、撤销、过期、不存在），含签名、徽章和公钥；平台查询某应用是否已认证。 What the certificate of an app is now, for anybody who has its id, with a signature, a badge and the public keys; whether an app is certified, for the platform.',
  },
  messaging: {
    title: '消息 · Messages',
    is: '发送与读取消息、外发渠道、pushplus 兼容接口。 Sending and reading messages, outgoing channels, and the calls of pushplus.',
  },
  complaints: {
    title: '投诉 · Complaints',
    is: '支付渠道上的投诉，供运营处理。 Complaints at payment channels, for operators.',
  },
  bookkeeping: {
    title: '账务 · Bookkeeping',
    is: '账本、每日对账和服务商对账单，供运营使用。 Ledger, daily reconciliation and vendor statements, for operators.',
  },
  webhooks: {
    title: '事件通知 · Events for the platform',
    is: '平台的接收地址、投递给它们的事件和投递记录。 Endpoints of the platform, the events that are delivered to them, and what became of each delivery.',
  },
  overview: {
    title: '总览 · Overview',
    is: '账号页，以及运营看到的整笔订单、服务商和操作记录。 The account page; for operators whole orders, vendors, and what was done.',
  },
  cases: {
    title: '个案 · Cases',
    is: '运营按任意编号查找，查看一个账号（脱敏）和它的时间线，凭理由查看一项明文。 Operators find by any id, see an account (masked) and what happened to it, and one field in the clear with a reason.',
  },
  upkeep: {
    title: '运维 · Upkeep',
    is: '死信队列的查看与重发、告警、生效的设置。 Work that failed five times, looked at and sent again; alarms; settings in force.',
  },
  analytics: {
    title: '统计 · Analytics',
    is: '漏斗、资金、退款、服务商和投诉的每日数字，供运营使用；不含任何个人信息。 Numbers of each day for operators: funnel, money, refunds, vendors and complaints, of nobody in particular.',
  },
  front: { title: '文档 · Documents', is: '本接口的说明。 The description of this API.' },
  sandbox: {
    title: '沙箱 · Sandbox',
    is: '测试人物、收到的短信、付款人的操作、故障，以及各外部服务的替身。 Test people, text messages, what payers do, faults, and the stand-ins of the outside.',
  },
}

/** The part of the API that a function belongs to. Throws where nobody has said what its capability is for. */
export const tagOf = (fn: string): string => {
  const capability = fn.slice(0, fn.indexOf('-'))
  if (Object.hasOwn(tags, capability)) return capability
  throw new Error(`say in infra/openapi/tags.ts what ${capability} is for`)
}
