import { alibabaSms } from '../../functions/vendors/alibaba-cloud/sms.ts'
import { tencentSms } from '../../functions/vendors/tencent-cloud/sms.ts'
import { outgoing } from '../../shared/http/outgoing.ts'
import { HOUR, SECOND } from '../../shared/kernel/time.ts'
import { ids } from '../../shared/runtime/ids.ts'
import * as alibaba from './alibaba-cloud/alibaba-vendor.ts'
import { NOW, PATIENCE_MS, type SmsStage, smsContract } from './sms.contract.ts'
import * as tencent from './tencent-cloud/tencent-vendor.ts'

const limits = { connectMs: PATIENCE_MS, totalMs: PATIENCE_MS, maxBytes: 64_000 }
const deps = { outgoing: outgoing(limits), clock: { now: () => NOW }, ids }

const numberSaid = (Code: unknown) =>
  tencent.enveloped({ SendStatusSet: [{ SerialNo: '', PhoneNumber: '+8619400000000', Fee: 0, Code }] })

const tencentStage: SmsStage = {
  vendor: 'tencent_cloud',
  senderAt: (url) =>
    tencentSms(
      {
        url,
        ...tencent.freshKey(),
        region: 'ap-guangzhou',
        smsSdkAppId: '1400000000',
        smsSignName: '实名',
        smsTemplateId: '1000000',
      },
      deps,
    ),
  taken: numberSaid('Ok'),
  refusing: (code) => [tencent.enveloped({ Error: { Code: code, Message: '' } }), numberSaid(code)],
  receipts: (of, at) =>
    tencent.enveloped({
      PullSmsSendStatusSet: of
        .filter(({ said }) => said !== 'nothing')
        .map(({ ref, said }) => ({
          SerialNo: '5000:1',
          SessionContext: ref,
          ReportStatus: said === 'arrived' ? 'SUCCESS' : 'FAIL',
          Description: typeof said === 'object' ? said.failed : 'DELIVRD',
          UserReceiveTime: at / SECOND,
        })),
    }),
  codes: {
    repair: 'FailedOperation.InsufficientBalanceInSmsPackage',
    limited: 'LimitExceeded.PhoneNumberDailyLimit',
    failed: '002',
  },
  repeating: (text) =>
    [
      { Response: { Error: { Code: text, Message: text }, RequestId: text } },
      { Response: { Error: { Code: `LimitExceeded.${text}`, Message: text }, RequestId: text } },
      { Response: { SendStatusSet: [{ Code: text, Message: text, SerialNo: text }], RequestId: text } },
      { Response: { PullSmsSendStatusSet: [{ SessionContext: text, ReportStatus: text, Description: text }] } },
      { [text]: text },
    ].map((body) => JSON.stringify(body)),
}

const beijing = (at: number): string => new Date(at + 8 * HOUR).toISOString().slice(0, 19).replace('T', ' ')

const alibabaStage: SmsStage = {
  vendor: 'alibaba_cloud',
  senderAt: (url) =>
    alibabaSms({ url, ...alibaba.freshKey(), smsSignName: '实名', smsTemplateCode: 'SMS_100000000' }, deps),
  taken: JSON.stringify({ Message: 'OK', RequestId: alibaba.REQUEST_ID, Code: 'OK', BizId: '843218948437350699^0' }),
  refusing: (Code) => [JSON.stringify({ Message: '', RequestId: alibaba.REQUEST_ID, Code })],
  receipts: (of, at) =>
    JSON.stringify({
      TotalCount: String(of.length),
      Message: 'OK',
      RequestId: alibaba.REQUEST_ID,
      Code: 'OK',
      SmsSendDetailDTOs: {
        SmsSendDetailDTO: of.map(({ ref, said }) => ({
          PhoneNum: '19400000000',
          Content: '【实名】您的验证码为048271',
          SendDate: beijing(at),
          OutId: ref,
          ...(said === 'nothing' && { SendStatus: 1 }),
          ...(said === 'arrived' && { SendStatus: 3, ErrCode: 'DELIVERED', ReceiveDate: beijing(at) }),
          ...(typeof said === 'object' && { SendStatus: 2, ErrCode: said.failed }),
        })),
      },
    }),
  codes: { repair: 'isv.AMOUNT_NOT_ENOUGH', limited: 'isv.BUSINESS_LIMIT_CONTROL', failed: 'MOBILE_NOT_ON_SERVICE' },
  repeating: (text) =>
    [
      { Code: text, Message: text, RequestId: text },
      { Code: `isv.${text}`, Message: text, RequestId: text },
      { Code: 'isv.AMOUNT_NOT_ENOUGH', Message: text, BizId: text },
      { Code: 'OK', SmsSendDetailDTOs: { SmsSendDetailDTO: [{ OutId: text, SendStatus: 2, ErrCode: text }] } },
      { [text]: text },
    ].map((body) => JSON.stringify(body)),
}

smsContract('Tencent Cloud', tencentStage)
smsContract('Alibaba Cloud', alibabaStage)
