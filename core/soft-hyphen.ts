/** The hyphen that is seen only where a line ends at it. */
export const softHyphen = '\u00ad'

/** For whoever reads the words and sees no lines. */
export const withoutSoftHyphens = (text: string): string => text.replaceAll(softHyphen, '')
