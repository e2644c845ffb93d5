/** What reads like advertising for a treatment: many places have rules for that, and whoever shows it should know. */
import { withoutSoftHyphens } from './soft-hyphen.ts'

/**
 * Names of injectables, and pictures of before and after, in the languages of the pages. A reminder, not a judgement: it may be
 * wrong either way.
 */
const telling =
  /botox|botulin|filler|hyaluron|hialur|inject|inyect|injekt|unterspritz|lip augment|before[\s_&+–—-]*(and|und)?[\s_&+–—-]*after|vorher[\s_&+–—-]*(und)?[\s_&+–—-]*nachher|antes[\s_&+–—-]*(y)?[\s_&+–—-]*despu[eé]s|注射|肉毒|玻尿酸|术前术后|بوتوكس|فيلر|قبل وبعد/iu

export const readsLikeAdvertising = (words: readonly string[]): boolean =>
  words.some((text) => telling.test(withoutSoftHyphens(text)))
