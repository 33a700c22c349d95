import type { Problem } from '../../shared/kernel/problems.ts'

/** Operators of the console: signing in, enrolling, what each may do. */
export const operatorProblems = {
  credentials_wrong: {
    status: 400,
    zh: '用户名、密码或验证码不正确，或该账号不能登录。请等验证器显示下一个验证码后再试；忘记密码或更换手机，请管理员重新发送注册链接。',
    en: 'Name, password or code is wrong, or this operator cannot sign in. Wait for the next code; whoever lost a password or a phone asks an admin for a new link.',
  },
  right_missing: {
    status: 403,
    members: { right: { type: 'string', always: true, is: 'The right that is needed.' } },
    zh: '您的角色没有此项权限，请由有权限的同事处理。',
    en: 'Your role does not allow this; ask somebody whose role does.',
  },
  step_up_needed: {
    status: 403,
    zh: '请先输入验证器当前的验证码确认是您本人，再执行此操作。',
    en: 'Give a code of your authenticator app, then do this again.',
  },
  invalid_operator_name: {
    status: 400,
    zh: '用户名应为 2 到 31 个字符：以小写字母开头，其余为小写字母、数字、点或连字符。',
    en: 'A name has 2 to 31 characters: a lower-case letter, then lower-case letters, digits, dots or hyphens.',
  },
  invalid_totp: {
    status: 400,
    zh: '请填写验证器显示的 6 位数字验证码。',
    en: 'Give the six digits that the authenticator app shows.',
  },
  totp_wrong: {
    status: 400,
    zh: '验证码与此密钥不符：请确认验证器添加的是本页的密钥、手机时间准确，再填写当前的 6 位数字。',
    en: 'This is no code of this secret: check that the app has that of this page and the phone the right time, then give the six digits shown now.',
  },
  password_length: {
    status: 400,
    zh: '密码应为 12 到 128 个字符，可以使用一句话。',
    en: 'A password has 12 to 128 characters; a sentence is a good one.',
  },
  password_has_name: {
    status: 400,
    zh: '密码不能包含用户名，请换一个。',
    en: 'A password must not contain the name; choose another.',
  },
  password_trivial: {
    status: 400,
    zh: '密码过于简单（重复或连续的字符），请换一个。',
    en: 'This password is too simple (repeated or consecutive characters).',
  },
  invalid_enrolment: {
    status: 400,
    zh: '注册链接不完整，请完整复制“#”后面的内容。',
    en: 'The link is not whole: copy everything behind the #.',
  },
  enrolment_spent: {
    status: 410,
    zh: '注册链接已经用过、已被新的链接代替，或已过期。请向管理员要一个新的。',
    en: 'This link was used, replaced by a newer one, or is over; ask an admin for a new one.',
  },
  operator_name_reserved: {
    status: 400,
    zh: '该用户名是系统自身在操作记录里使用的名称，不能给人使用，请换一个。',
    en: 'Records call something of the service by this name; choose another.',
  },
  own_operator: {
    status: 403,
    zh: '不能更改自己的角色、状态或登录方式，请由另一位管理员操作。',
    en: 'Nobody changes their own role, state or sign-in; another admin does.',
  },
  operator_exists: {
    status: 409,
    zh: '该用户名已有人使用或使用过，不能再给别人。请换一个；如果是同一人，请为其重新发送注册链接。',
    en: 'This name is or was somebody’s: choose another, or give that operator a new link.',
  },
  operator_disabled: {
    status: 409,
    zh: '该操作员已停用，不能生成注册链接。请先启用：那是单独的一步，会单独记录。',
    en: 'This operator is disabled and gets no link. Enable them first: that is a deed of its own, with a record of its own.',
  },
  operator_not_enrolled: {
    status: 409,
    zh: '该操作员还没有完成注册，不能启用登录；请重新发送注册链接。',
    en: 'This operator has not enrolled; give them a new link.',
  },
  last_admin: {
    status: 409,
    zh: '这是最后一个可以登录的管理员，不能停用、改换角色或重置。请先让另一位管理员完成注册。',
    en: 'The last admin who can sign in cannot be disabled, given another role or reset; enrol another first.',
  },
  own_proposal: {
    status: 403,
    zh: '这是您自己提出的申请，须由其他同事批准或拒绝。',
    en: 'You asked for this; somebody else has to approve or refuse it.',
  },
  approver_too_new: {
    status: 403,
    waits: true,
    zh: '您的账号刚开通，或刚被更改（角色、状态、登录方式），暂时不能批准。请到时间后再批准，或由其他同事批准；拒绝不受此限制。',
    en: 'You were let in, or changed, only lately, and cannot approve yet. Approve later, or let somebody else; refusing is open to you.',
  },
  proposer_too_new: {
    status: 409,
    waits: true,
    zh: '提出申请的同事刚开通账号，或刚被更改（角色、状态、登录方式），暂时不能批准其申请。请到时间后再批准，或先拒绝，由其他同事重新提出。',
    en: 'Whoever asked for this was let in, or changed, only lately. Approve later, or refuse it, and let somebody else ask for it.',
  },
  proposer_out: {
    status: 409,
    zh: '提出申请的同事已停用，或不再有提出此类申请的权限，不能批准。请拒绝；仍有需要，由其他同事核实后重新提出。',
    en: 'Whoever asked for this is in no more, or may not ask for it any more. Refuse it; somebody else looks into it and asks anew if need be.',
  },
  proposal_expired: {
    status: 409,
    zh: '该申请已过期，没有执行；仍有需要请重新提出。',
    en: 'Not decided in time, and not done; ask for it anew if need be.',
  },
  proposal_decided: {
    status: 409,
    zh: '该申请已由其他同事处理，请刷新查看。',
    en: 'Somebody else has decided this; look what they decided.',
  },
} as const satisfies Record<string, Problem>
