import type { Language } from '../../shared/kernel/language.ts'

/** Why a photo of a card cannot be used. All of them are one public code, 2010019; which it is, is said beside it. */
export const unreadables = [
  'too_small',
  'too_big',
  'wrong_format',
  'decode_failed',
  'blurred',
  'too_dark',
  'glare',
  'border_incomplete',
  'rotated_unreadable',
  'number_not_found',
  'number_check_failed',
  'fields_conflict',
  'wrong_side',
  'wrong_card_kind',
  'not_a_card',
  'expired',
] as const
export type Unreadable = (typeof unreadables)[number]

/** The code under which all of these are known to platforms of before. */
export const PUBLIC_CODE = 2010019

/** What is wrong with the photo, and what to do, for people who hold a phone. */
export const unreadableWords: Record<Unreadable, Record<Language, string>> = {
  too_small: {
    zh: '照片太小，看不清文字。请让证件占满取景框，上传原图，不要用缩略图。',
    en: 'The photo is too small to read. Let the card fill the frame, and upload the original, no thumbnail.',
  },
  too_big: {
    zh: '照片文件太大。请用手机相机的普通模式重新拍一张。',
    en: 'The file is too big. Take the photo again in the ordinary mode of your camera.',
  },
  wrong_format: {
    zh: '只能使用 JPEG 或 PNG 照片。请直接拍照，或换一张照片。',
    en: 'Only JPEG and PNG photos can be used. Take a photo, or choose another.',
  },
  decode_failed: {
    zh: '照片打不开，文件可能不完整。请重新拍一张。',
    en: 'The photo cannot be opened; the file may be incomplete. Take a new one.',
  },
  blurred: {
    zh: '照片模糊，看不清文字。请擦净镜头，拿稳手机，点一下屏幕上的证件对焦后再拍。',
    en: 'The photo is blurred. Wipe the lens, hold the phone still, tap the card on the screen to focus, and take it again.',
  },
  too_dark: {
    zh: '照片太暗。请到光线充足的地方重新拍摄，不要让手机或身体挡住光线。',
    en: 'The photo is too dark. Take it again in good light, without shading the card yourself.',
  },
  glare: {
    zh: '证件上有反光，盖住了文字。请关闭闪光灯，避开强光，换个角度重新拍摄。',
    en: 'Light is reflected and covers some of the text. Switch the flash off, keep out of strong light, and take it from another angle.',
  },
  border_incomplete: {
    zh: '证件没有拍全。请让四条边都在取景框内，不要用手指遮挡，重新拍摄。',
    en: 'Part of the card is cut off. Keep all four edges inside the frame, no finger on them, and take it again.',
  },
  rotated_unreadable: {
    zh: '文字方向不正，无法读取。请把证件放平摆正，从正上方重新拍摄。',
    en: 'The text cannot be read the way the card lies. Lay it flat and straight, and take the photo from right above.',
  },
  number_not_found: {
    zh: '没有找到公民身份号码。请确认号码没有被遮住，靠近一些重新拍摄。',
    en: 'The ID number was not found. See that nothing covers it, go a little closer, and take the photo again.',
  },
  number_check_failed: {
    zh: '公民身份号码没有读准。请对准号码一行，避免反光和模糊，重新拍摄。',
    en: 'The ID number was not read right. Keep its line sharp and free of reflections, and take the photo again.',
  },
  fields_conflict: {
    zh: '证件上的出生日期或性别与号码不相符，或有效期限不符合身份证的规定。请拍摄本人的证件原件，对准文字；如果原件就是这样，请申请人工审核。',
    en: 'Birth date or sex on the card do not agree with the number, or no such card is valid for such a term. Photograph the original, its text sharp; if that is how it reads, ask for a review by a person.',
  },
  wrong_side: {
    zh: '拍的是证件的另一面。请按提示翻过来重新拍摄。',
    en: 'This is the other side of the card. Turn it over, as the page says, and take the photo again.',
  },
  wrong_card_kind: {
    zh: '这不是居民身份证，而是另一种证件。请拍摄居民身份证或港澳台居民居住证；没有的话请申请人工审核。',
    en: 'This is another kind of document. Photograph a resident identity card or residence permit; if you have none, ask for a review by a person.',
  },
  not_a_card: {
    zh: '照片里没有找到身份证。请让身份证占满取景框后重新拍摄。',
    en: 'No identity card was found in the photo. Let the card fill the frame, and take it again.',
  },
  expired: {
    zh: '证件已过有效期。请使用换领后的新证件；正在办理换证的，请申请人工审核。',
    en: 'The card is no longer valid. Use the new one; while it is being renewed, ask for a review by a person.',
  },
}
