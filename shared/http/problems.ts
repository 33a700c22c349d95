import type { Problem } from '../kernel/problems.ts'
import { SECOND } from '../kernel/time.ts'

/** What can be wrong with a request, whatever it asks for, and faults. */
export const requestProblems = {
  malformed_json: {
    status: 400,
    zh: '请求体应为 UTF-8 编码的合法 JSON。',
    en: 'The body must be valid JSON in UTF-8.',
  },
  invalid_request: {
    status: 400,
    zh: '请求有误，请按 errors 中的字段修改。',
    en: 'The request is invalid; see errors for the fields to change.',
  },
  invalid_field: {
    status: 400,
    zh: '该字段的值不符合要求。',
    en: 'This value does not fit.',
  },
  invalid_cursor: {
    status: 400,
    zh: '该 cursor 不是此列表给出的：请原样使用上一页的 nextCursor，或不带 cursor 从头读取。',
    en: 'This cursor is none of this list: send the nextCursor of the page before as it is, or no cursor to begin anew.',
  },
  unknown_field: {
    status: 400,
    zh: '不认识的字段，请删除。',
    en: 'This field is not known; remove it.',
  },
  invalid_id: {
    status: 400,
    zh: '编号应为本服务答复中给出的 32 位小写十六进制字符，请原样填写。',
    en: 'Give the id as this service answered it: 32 lower-case hex digits.',
  },
  body_too_large: {
    status: 413,
    zh: '请求体过大，请缩短内容。',
    en: 'The body is too large; send less.',
  },
  unsupported_media_type: {
    status: 415,
    zh: '请使用 Content-Type: application/json。',
    en: 'Use Content-Type: application/json.',
  },
  idempotency_key_required: {
    status: 400,
    zh: '请在 Idempotency-Key 请求头中给出 1 到 255 个可见字符的唯一键。',
    en: 'Send an Idempotency-Key header of 1 to 255 visible characters.',
  },
  idempotency_key_reused: {
    status: 422,
    zh: '这个 Idempotency-Key 已用于另一个请求，请换一个新的。',
    en: 'This Idempotency-Key was used for another request; use a new one.',
  },
  web_header_required: {
    status: 403,
    zh: '使用 Cookie 登录的修改请求必须带 X-Shiming-Web 请求头。',
    en: 'Changing requests with a cookie session need the X-Shiming-Web header.',
  },
  not_found: {
    status: 404,
    zh: '没有找到。',
    en: 'Not found.',
  },
  method_not_allowed: {
    status: 405,
    zh: '此地址不支持该方法。',
    en: 'This address does not support that method.',
  },
  contended: {
    status: 409,
    legacyCode: 999,
    againAfterMs: SECOND,
    zh: '其他请求正在修改同一内容，请等一两秒后重试。',
    en: 'Other requests are changing the same thing; wait a second or two and try again.',
  },
  busy: {
    status: 503,
    againAfterMs: 2 * SECOND,
    zh: '系统繁忙，请稍后再试。',
    en: 'Busy; try again shortly.',
  },
  internal: {
    status: 500,
    zh: '系统异常，请稍后再试；没有扣款会丢失。',
    en: 'Something failed on our side; try again. No payment is lost.',
  },
} as const satisfies Record<string, Problem>
