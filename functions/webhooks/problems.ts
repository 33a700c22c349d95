import type { Problem } from '../../shared/kernel/problems.ts'

/** Endpoints of the platform, and what is delivered to them. */
export const webhookProblems = {
  webhook_address_refused: {
    status: 400,
    zh: '接收地址应为公网 https 地址（默认端口 443），不能是内网、本机、保留域名或带账号密码。要投递到自己电脑上的端口，用 npm start -- --deliver 127.0.0.1:<端口> 启动本机的实例。',
    en: 'The address of an endpoint must be public https on an allowed port (443): not private, local, of a reserved name or with credentials. To have a port of your own machine told, start the instance there by npm start -- --deliver 127.0.0.1:<port>.',
  },
  event_type_unknown: {
    status: 400,
    zh: '没有这种事件；可填写 *、事件类型，或一类事件（如 verification.*）。',
    en: 'There are no such events. Give *, types of events, or a kind of them, as verification.*.',
  },
  webhook_endpoint_limit_reached: {
    status: 409,
    zh: '接收地址数量已达上限（16 个），请先删除不用的。',
    en: 'There are 16 endpoints, which is the most; delete one first.',
  },
  webhook_endpoint_disabled: {
    status: 409,
    zh: '该接收地址已停用，请先启用。',
    en: 'This endpoint is disabled; enable it first.',
  },
} as const satisfies Record<string, Problem>
