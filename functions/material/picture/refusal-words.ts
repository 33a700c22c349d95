import type { Language } from '../../../shared/kernel/language.ts'
import type { PictureRefusal } from './picture.ts'

/** What is wrong with a picture, and what to do better, for people who hold a phone. */
export const refusalWords: Record<PictureRefusal, Record<Language, string>> = {
  empty: {
    zh: '没有收到图片内容，请重新拍照或从相册选择后上传。',
    en: 'The file is empty. Take or choose the photo again, then upload it.',
  },
  too_big: {
    zh: '图片文件太大。请用手机相机的普通模式重新拍一张，或裁掉证件以外的部分后再上传。',
    en: 'The file is too big. Take the photo again in the ordinary mode of your camera, or crop what is around the document.',
  },
  too_many_pixels: {
    zh: '图片尺寸太大。请不要用高像素或全景模式，改用手机相机的普通模式重新拍一张。',
    en: 'The picture has too many pixels. Take it again in the ordinary mode of your camera, not in a high-resolution or panorama mode.',
  },
  too_small: {
    zh: '图片太小，看不清文字。请上传原图，不要用缩略图或聊天中压缩过的图；拍照时让证件占满画面。',
    en: 'The picture is too small to read. Upload the original, no thumbnail and none that a chat has compressed; let the document fill the frame.',
  },
  wrong_format: {
    zh: '只能上传 JPEG 或 PNG 图片。苹果手机请在“设置 - 相机 - 格式”中选“兼容性最佳”后重新拍照；仅修改文件扩展名无效。',
    en: 'Only JPEG and PNG pictures can be uploaded. On an iPhone choose Settings, Camera, Formats, Most Compatible, and take the photo again; renaming the file does not help.',
  },
  decode_failed: {
    zh: '图片打不开，可能没有传完或文件已损坏。请检查网络后重新上传，仍不行时请重新拍一张。',
    en: 'The picture cannot be opened: the upload may have broken off, or the file is damaged. Upload it again, or take a new one.',
  },
  not_read_in_time: {
    zh: '没有能及时处理完这张图片，不一定是图片的问题。请稍后重新上传；仍不行时请换一张。',
    en: 'The picture was not looked at in time, which need not be its fault. Upload it again in a while; if that does not help, take another.',
  },
  animated: {
    zh: '不能上传动图，请上传一张普通的静态照片。',
    en: 'The picture is animated. Upload an ordinary still photo.',
  },
  blurred: {
    zh: '照片模糊，看不清文字。请擦净镜头，把手机拿稳，点一下屏幕上的证件对焦后再拍。',
    en: 'The photo is blurred. Wipe the lens, hold the phone still, tap the document on the screen to focus, and take it again.',
  },
  too_dark: {
    zh: '照片太暗。请到光线充足的地方重新拍摄，不要让手机或身体挡住光线。',
    en: 'The photo is too dark. Take it again in good light, without shading the document yourself.',
  },
  too_bright: {
    zh: '照片太亮，文字发白。请关闭闪光灯，避开强光和反光，换个角度重新拍摄。',
    en: 'The photo is too bright. Switch the flash off, keep out of glare, and take it again from another angle.',
  },
}
