/** Errors of both actions by their last part, as their pages list them. The first is charged. */
export const errors = {
  empty_image: ['FailedOperation.EmptyImageError', '图片内容为空。'],
  image_blur: ['FailedOperation.ImageBlur', '图片模糊。'],
  no_id_card: ['FailedOperation.ImageNoIdCard', '图片中未检测到第二代身份证或临时身份证。'],
  no_text: ['FailedOperation.ImageNoText', '图片中未检测到文本。'],
  several_cards: ['FailedOperation.MultiCardError', '图片中存在两张及以上同面卡证。'],
  several_licences: ['FailedOperation.LicenseMultiCardError', '图片中存在两张及以上同面卡证。'],
  other_card: ['FailedOperation.ImageNoSpecifiedCard', '非指定卡类别图片。'],
  card_side: ['FailedOperation.CardSideError', '身份证CardSide类型错误。'],
  licence_side: ['FailedOperation.LicenseCardSideError', '入参CardSide错误，与实际上传的卡证正副页类型不符。'],
  card_illegal: ['FailedOperation.IdCardInfoIllegal', '第二代身份证信息不合法或缺失。'],
  card_too_small: ['FailedOperation.IdCardTooSmall', '图片分辨率过小或身份证在原图中的占比过小。'],
  image_too_large: ['FailedOperation.ImageSizeTooLarge', '图片尺寸过大。'],
  decode_failed: ['FailedOperation.ImageDecodeFailed', '图片解码失败。'],
  engine_decode_failed: ['InvalidParameter.EngineImageDecodeFailed', '图片解码失败。'],
  file_too_large: ['LimitExceeded.TooLargeFileError', '文件内容太大。'],
  detect_failed: ['FailedOperation.DetectFailed', '检测失败。'],
  ocr_failed: ['FailedOperation.OcrFailed', 'OCR识别失败。'],
  unknown_error: ['FailedOperation.UnKnowError', '未知错误。'],
  engine_timeout: ['FailedOperation.EngineRecognizeTimeout', '引擎识别超时。'],
  database: ['FailedOperation.DbError', '数据库异常。'],
  download: ['FailedOperation.DownLoadError', '文件下载失败。'],
  in_arrears: ['FailedOperation.ArrearsError', '账号已欠费。'],
  not_open: ['FailedOperation.UnOpenError', '服务未开通。'],
  quota: ['FailedOperation.UserQuotaError', '剩余识别次数不足，请检查资源包状态。'],
  count_limit: ['FailedOperation.CountLimitError', '今日次数达到限制。'],
  resource_arrears: ['ResourceUnavailable.InArrears', '账号已欠费。'],
  package_used_up: ['ResourceUnavailable.ResourcePackageRunOut', '账号资源包耗尽。'],
  charge_status: ['ResourcesSoldOut.ChargeStatusException', '计费状态异常。'],
  config_format: ['InvalidParameter.ConfigFormatError', 'Config不是有效的JSON格式。'],
  parameter_value: ['InvalidParameterValue.InvalidParameterValueLimit', '参数值错误。'],
} as const satisfies Record<string, readonly [code: string, message: string]>

export type ErrorName = keyof typeof errors

/** Counted as a call, whatever comes of it. */
export const isCharged = (code: string): boolean => code === errors.empty_image[0]
