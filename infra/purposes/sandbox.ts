import type { Purpose } from '../purpose.ts'

/** The stand-ins of the sandbox, and the calls of testers. */
export const sandboxFunctions = {
  'sandbox-wechat-pay': {
    impact: 'sandbox only: the stand-in for WeChat Pay does not answer',
    standIn: ['get', 'getMany', 'query', 'put'],
    sends: ['sandbox'],
  },
  'sandbox-alipay': {
    impact: 'sandbox only: the stand-in for Alipay does not answer',
    standIn: ['get', 'getMany', 'query', 'put'],
    sends: ['sandbox'],
  },
  'sandbox-wechat': {
    impact: 'sandbox only: the stand-in for WeChat does not answer',
    doors: ['/sandbox/wechat'],
    standIn: ['get', 'getMany', 'put'],
    secrets: ['SECRET_WECHAT', 'SECRET_WECHAT_WEBSITE'],
  },
  'sandbox-tencent-cloud': {
    impact: 'sandbox only: the stand-in for Tencent Cloud does not answer',
    doors: ['/sandbox/tencent-cloud'],
    standIn: ['get', 'getMany', 'query', 'put'],
  },
  'sandbox-tencent-ocr': {
    impact: 'sandbox only: the stand-in for Tencent Cloud OCR does not answer',
    standIn: ['get', 'getMany', 'put'],
    // It looks at pictures as documents-read does.
    memoryMb: 1769,
  },
  'sandbox-alibaba-cloud': {
    impact: 'sandbox only: the stand-in for Alibaba Cloud does not answer',
    doors: ['/sandbox/alibaba-cloud'],
    standIn: ['get', 'getMany', 'query', 'put'],
    secrets: ['SECRET_ALIBABA_CLOUD'],
  },
  'sandbox-control': {
    impact: 'sandbox only: nobody can pay or look up test people',
    doors: ['/sandbox'],
    standIn: ['get', 'getMany', 'query', 'put', 'delete'],
    testers: true,
    sends: ['sandbox'],
  },
  'sandbox-later': {
    impact: 'sandbox only: the stand-ins send no notifications',
    standIn: ['get', 'query', 'put', 'delete'],
    sends: ['sandbox'],
  },
} as const satisfies Record<string, Purpose>
