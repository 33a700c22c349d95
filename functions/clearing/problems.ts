import type { Problem } from '../../shared/kernel/problems.ts'

/** Businesses of the platform, and binding them to accounts. */
export const clearingProblems = {
  invalid_business_code: {
    status: 400,
    zh: '业务编号应为 2 到 32 个字符：小写字母开头，其余为小写字母、数字、- 或 _。',
    en: 'The code of a business is 2 to 32 characters: a lower-case letter, then lower-case letters, digits, - or _.',
  },
  business_address_refused: {
    status: 400,
    zh: '业务的地址应为公网可访问的 https 地址，不带用户名和密码。自己电脑上的端口，用 npm start -- --deliver 127.0.0.1:<端口> 启动本机的实例后可用。',
    en: 'An address of a business is a public https address, without user name and password. A port of your own machine is taken by an instance there that was started by npm start -- --deliver 127.0.0.1:<port>.',
  },
  business_limit_reached: {
    status: 409,
    zh: '登记的业务数量已达上限，请先删除不用的业务。',
    en: 'There are as many businesses as there may be; remove one that is not used.',
  },
  binding_needs_identity: {
    status: 409,
    zh: '该用户没有实名，不能绑定业务：请先引导其完成实名认证。',
    en: 'This user is not verified, so that no business can rely on it: have them verify first.',
  },
} as const satisfies Record<string, Problem>
