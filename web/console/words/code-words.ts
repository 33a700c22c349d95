import type { Language } from '../../../shared/kernel/language.ts'
import { texts } from '../../shared/texts/texts.ts'
import { wordIn } from './word.ts'

/**
 * What a code means that stands on a page: of a channel, of ours about a channel, or of what a payer complains of. A code without a row
 * is shown as it is. Of several codes that ask the same of an operator each says so.
 */
export const codeWords = texts(
  {
    // Ours, about what the channel did.
    abnormal: '渠道退不进用户的卡或账户（退款异常），要到商户平台处理，或者用别的方式付给用户',
    closed_too_often: '渠道一再关闭这笔退款',
    amount_differs: '渠道退回的金额与应退的不一样',
    processing_too_long: '渠道受理后太久没有退到',
    absent_too_long: '渠道一直说没有这笔退款',
    refund_mismatch: '渠道用这个单号记着另一笔退款',
    answer_invalid: '渠道的答复读不懂或签名不对',
    timeout: '渠道没有及时答复',
    result_unknown: '不知道渠道是否已经收到',
    complaint_over: '投诉已经结束，没有发送',
    complaint_went_on: '渠道那边已有新的往来，没有发送',
    complaint_not_answered: '用户又留了言，还在等回复，没有结束',
    // WeChat Pay.
    NOT_ENOUGH: '我们商户账户的余额不够，请充值；充值后会自动退',
    USER_ACCOUNT_ABNORMAL: '用户的微信支付账户已注销或异常，要用别的方式付给用户',
    SYSTEM_ERROR: '渠道系统出错，会自动再试',
    BANK_ERROR: '银行系统出错，会自动再试',
    FREQUENCY_LIMITED: '请求太频繁，会自动再试',
    RULE_LIMIT: '被渠道的规则限制',
    SIGN_ERROR: '签名不对，请技术人员检查商户密钥',
    NO_AUTH: '我们的商户号没有这个权限，请在商户平台开通',
    MCH_NOT_EXISTS: '商户号不存在，请技术人员检查配置',
    APPID_MCHID_NOT_MATCH: '公众号与商户号不匹配，请技术人员检查配置',
    RESOURCE_NOT_EXISTS: '渠道说没有这一笔',
    PARAM_ERROR: '渠道说参数不对',
    INVALID_REQUEST: '渠道说不能这样做',
    TRADE_ERROR: '渠道说这笔交易不能退',
    ACCOUNT_ERROR: '账户异常',
    // Alipay.
    'ACQ.SELLER_BALANCE_NOT_ENOUGH': '我们支付宝账户的余额不够，请充值；充值后会自动退',
    'ACQ.REFUND_ACCOUNT_NOT_EXIST': '我们支付宝的退款账户不存在，请检查设置',
    'ACQ.SELLER_BEEN_BLOCKED': '我们的支付宝商户被冻结，请联系支付宝',
    'ACQ.ACCESS_FORBIDDEN': '我们没有签约这个接口',
    'ACQ.TRADE_NOT_EXIST': '支付宝说没有这笔交易',
    'ACQ.TRADE_HAS_FINISHED': '交易已经完结，不能再原路退，要用别的方式付给用户',
    'ACQ.TRADE_NOT_ALLOW_REFUND': '支付宝说这笔交易不能退',
    'ACQ.REASON_TRADE_BEEN_FREEZEN': '这笔交易被冻结',
    'ACQ.BUYER_NOT_EXIST': '用户的支付宝账户不存在，要用别的方式付给用户',
    'ACQ.BUYER_ENABLE_STATUS_FORBID': '用户的支付宝账户不可用，要用别的方式付给用户',
    'ACQ.BUYER_ERROR': '用户的支付宝账户有问题，要用别的方式付给用户',
    'ACQ.SYSTEM_ERROR': '支付宝系统出错，会自动再试',
    'ACQ.DISCORDANT_REPEAT_REQUEST': '支付宝用这个单号记着另一个金额',
    // What a payer complains of, in the words of WeChat Pay.
    REFUND: '要求退款',
    SERVICE_NOT_WORK: '服务没有生效',
    OTHERS: '其他问题',
  },
  {
    abnormal:
      "the channel cannot get it into the payer's card or account; end it at the channel's merchant platform, or pay the user in another way",
    closed_too_often: 'the channel closed it again and again',
    amount_differs: 'the channel gave back another amount than is owed',
    processing_too_long: 'the channel took it and has not ended it for too long',
    absent_too_long: 'the channel keeps saying that it has no such refund',
    refund_mismatch: 'the channel holds another refund under this number',
    answer_invalid: 'the answer of the channel cannot be read, or its signature is wrong',
    timeout: 'the channel did not answer in time',
    result_unknown: 'nobody can tell whether the channel has it',
    complaint_over: 'it was over by then, and nothing was sent',
    complaint_went_on: 'it had gone on at the channel by then, and nothing was sent',
    complaint_not_answered: 'the payer had written again and waits for an answer, and it was not ended',
    NOT_ENOUGH: 'our merchant account has too little money: top it up, and it goes out by itself',
    USER_ACCOUNT_ABNORMAL: "the payer's account at WeChat Pay is closed or not in order; pay them in another way",
    SYSTEM_ERROR: 'the channel is in trouble; it is tried again by itself',
    BANK_ERROR: 'the bank is in trouble; it is tried again by itself',
    FREQUENCY_LIMITED: 'asked too often; it is tried again by itself',
    RULE_LIMIT: 'a rule of the channel forbids it',
    SIGN_ERROR: 'our signature is wrong; an engineer has to look at the keys',
    NO_AUTH: 'our merchant account may not do this; it is opened at the merchant platform',
    MCH_NOT_EXISTS: 'there is no such merchant account; an engineer has to look at the configuration',
    APPID_MCHID_NOT_MATCH: 'app and merchant account do not match; an engineer has to look at the configuration',
    RESOURCE_NOT_EXISTS: 'the channel says that there is none',
    PARAM_ERROR: 'the channel says that what was sent is wrong',
    INVALID_REQUEST: 'the channel says that this cannot be done',
    TRADE_ERROR: 'the channel says that this payment cannot be given back',
    ACCOUNT_ERROR: 'an account is not in order',
    'ACQ.SELLER_BALANCE_NOT_ENOUGH': 'our account at Alipay has too little money: top it up, and it goes out by itself',
    'ACQ.REFUND_ACCOUNT_NOT_EXIST': 'our account for refunds at Alipay does not exist; look at its settings',
    'ACQ.SELLER_BEEN_BLOCKED': 'our account at Alipay is blocked; ask Alipay',
    'ACQ.ACCESS_FORBIDDEN': 'we have no contract for this interface',
    'ACQ.TRADE_NOT_EXIST': 'Alipay says that there is no such payment',
    'ACQ.TRADE_HAS_FINISHED': 'the payment is finished and cannot go back the way it came; pay them in another way',
    'ACQ.TRADE_NOT_ALLOW_REFUND': 'Alipay says that this payment cannot be given back',
    'ACQ.REASON_TRADE_BEEN_FREEZEN': 'the payment is frozen',
    'ACQ.BUYER_NOT_EXIST': "the payer's account at Alipay does not exist; pay them in another way",
    'ACQ.BUYER_ENABLE_STATUS_FORBID': "the payer's account at Alipay cannot be used; pay them in another way",
    'ACQ.BUYER_ERROR': "the payer's account at Alipay is not in order; pay them in another way",
    'ACQ.SYSTEM_ERROR': 'Alipay is in trouble; it is tried again by itself',
    'ACQ.DISCORDANT_REPEAT_REQUEST': 'Alipay holds another amount under this number',
    REFUND: 'wants the money back',
    SERVICE_NOT_WORK: 'the service does not work',
    OTHERS: 'something else',
  },
)

/** A code in words with the code after it, for a sentence; one without words as it is. */
export const codeText = (code: string, language: Language): string => {
  const words = wordIn(codeWords, code, language)
  return words === code ? code : language === 'zh' ? `${words}（${code}）` : `${words} (${code})`
}
