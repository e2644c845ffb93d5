/** Every reason why a file is not on the TV, and everything worth knowing about one that is, in the words of who dropped it. */
import { z } from 'zod'

/** What to tell about a file: a code for programs, a sentence, and what to do. */
export const remark = z.object({ code: z.string(), message: z.string(), remedy: z.string() })
export type Remark = z.infer<typeof remark>
type Words = Omit<Remark, 'code'>

/** Why a file is not on the TV. The manual lists the same codes. */
export const refusals = {
  empty: {
    message: 'The file is empty.',
    remedy: 'Copy it again. If it is still being copied, wait: it is looked at again when it changes.',
  },
  unreadable: {
    message: 'The file cannot be opened.',
    remedy: 'Check that it is not locked by another program and that everybody may read it.',
  },
  'not-media': {
    message: 'The file is neither a video nor a picture, whatever its name says.',
    remedy: 'Put in a video, a picture or a PDF.',
  },
  office: {
    message: 'The file comes from an office program, such as Word, PowerPoint or Excel.',
    remedy: 'Save it there as a PDF, and put that in.',
  },
  archive: {
    message: 'The file is an archive that other files are packed in, such as a ZIP.',
    remedy: 'Unpack it first, and put in what was inside.',
  },
  'only-sound': {
    message: 'The file has sound, but no picture.',
    remedy: 'Put in a video, or the sound together with a picture as a video.',
  },
  damaged: {
    message: 'The file is damaged or was copied only in part.',
    remedy: 'If it is still being copied, wait: it is looked at again when it changes. Otherwise copy it again.',
  },
  locked: {
    message: 'The file is locked with a password or with copy protection.',
    remedy: 'Save it without a password, or ask whoever made it for a free copy.',
  },
  'cannot-convert': {
    message: 'The file is of a kind that this computer cannot turn into one for the TV.',
    remedy: 'Open it where it plays and save it as an MP4 video, or as a JPEG picture, and put that in.',
  },
  'missing-program': {
    message: 'This computer has no program for this kind of file.',
    remedy:
      'Ask whoever looks after this computer to run the doctor: it says what to install. The file is then taken in by itself.',
  },
  'too-large': {
    message: 'The picture has more points than a TV can show by far.',
    remedy: 'Save it with at most 8,000 points on the longer side.',
  },
  'too-long': {
    message: 'The video is longer than four hours.',
    remedy: 'Cut it into parts and put those in.',
  },
  'too-many-pages': {
    message: 'The document has more than 100 pages.',
    remedy: 'Save the pages that patients should see as a document of their own.',
  },
  flashes: {
    message: 'The video flashes more than three times a second, which can bring on seizures.',
    remedy: 'Take the flashing part out. Only if a doctor agrees: accept it, or write "flashing: accepted" beside it.',
  },
  'online-only': {
    message: 'The file is only a placeholder: its content is still in the cloud.',
    remedy: 'In the program that synchronises the folder, choose "Always keep on this device" for it.',
  },
  'conflicted-copy': {
    message: 'The program that synchronises the folder kept two versions of the same file; this is the second one.',
    remedy: 'Keep the one that is right and delete the other.',
  },
  'odd-name': {
    message: 'The name of the file is too long or has signs that cannot be read.',
    remedy: 'Give it a shorter, simpler name.',
  },
  'no-space': {
    message: 'The disk of this computer is nearly full.',
    remedy: 'Free some space; the file is then taken in by itself.',
  },
  'broken-note': {
    message: 'The note beside the file cannot be understood.',
    remedy: 'Mend what is named here and save the note; the file is then shown by itself.',
  },
  'broken-text': {
    message: 'The explainer cannot be understood.',
    remedy: 'Mend what is named here and save the file; the film is then made by itself.',
  },
  'scene-too-long': {
    message: 'A scene has more words than can be read from the last seat.',
    remedy: 'Shorten it, or divide it with another line "## Heading".',
  },
  'no-browser': {
    message: 'Films cannot be made on this computer: it has no browser for them.',
    remedy:
      'Run "sudo apt-get install chromium-headless-shell", or name a Chromium in ANTEROOM_BROWSER; the film is then made by itself.',
  },
  'too-busy': {
    message: 'The computer has no time for films at the moment.',
    remedy: 'Nothing has to be done: it is tried again by itself.',
  },
  'film-failed': {
    message: 'The film could not be made.',
    remedy:
      'Save the file once more to try again. If that does not help, ask whoever looks after this computer to run the doctor.',
  },
  'film-cancelled': {
    message: 'The making of its film was stopped.',
    remedy: 'Save the file once more, and the film is made.',
  },
  'check-failed': {
    message: 'The file could not be checked.',
    remedy: 'Copy it again. If that does not help, ask whoever looks after this computer to run the doctor.',
  },
} as const satisfies Record<string, Words>
export type RefusalCode = keyof typeof refusals

/** What is worth knowing about a file that plays. */
export const notices = {
  'name-mismatch': {
    message: 'The name says another type than the file is. It plays all the same.',
    remedy: 'Nothing to do; rename it if you like.',
  },
  'previous-plays': {
    message: 'The version before it goes on playing.',
    remedy: 'Nothing to do; a good file of this name takes its place.',
  },
  'stills-play': {
    message: 'Until the film is ready, its scenes play as pictures.',
    remedy: 'Nothing to do; the film takes their place.',
  },
  'old-hidden': {
    message: 'Old version hidden. The new one is being made.',
    remedy: 'Nothing to do; the new film takes its place.',
  },
  converted: {
    message: 'It was converted so that the TV can play it.',
    remedy: 'Nothing to do.',
  },
  repaired: {
    message: 'The file is damaged in places. What could be saved of it plays.',
    remedy: 'Look at it once on the TV, or copy it again.',
  },
  'plays-silently': {
    message: 'The video has sound and no captions. It plays silently.',
    remedy: 'Nothing to do, or say that its captions are in the picture, or that nobody speaks in it.',
  },
  'flashes-accepted': {
    message: 'The video flashes more than three times a second. Somebody has accepted that.',
    remedy: 'Nothing to do.',
  },
  'not-yet': {
    message: 'Its first day has not come yet.',
    remedy: 'Nothing to do; it plays by itself from that day on.',
  },
  over: {
    message: 'Its last day is over. It does not play any more.',
    remedy: 'Change the date to show it again, or delete it.',
  },
  'consent-over': {
    message: 'The consent of the person in it has ended. It does not play any more.',
    remedy: 'Ask for a new consent and change the date, or delete it.',
  },
  unchecked: {
    message: 'It waits to be checked by a clinician, and does not play until then.',
    remedy: 'Have somebody read it who may say that it is right, then enter who and when: Studio, Checked by.',
  },
  'check-again': {
    message:
      'Its words or pictures have changed since a clinician has checked it. It does not play until it is checked again.',
    remedy: 'Have it looked at again, then enter who and when: Studio, Checked by.',
  },
  'other-practice': {
    message: 'It is for another kind of practice, so it does not play here.',
    remedy: 'Nothing to do. If it is for yours, too, take out the line "profile:".',
  },
  'other-language': {
    message: 'It is in a language that is not one of the TV.',
    remedy: 'Nothing to do, or choose the language: Settings, Languages.',
  },
  'at-closing': {
    message: 'It is about closing time, and plays only where a playlist names it or its folder.',
    remedy: 'Choose its folder for the time before closing: Settings, Closing time on the screens.',
  },
  undated: {
    message: 'It is an offer without a last day, and does not play until it has one.',
    remedy: 'Write its last day where its terms are, ":::terms{until=2027-03-31}", or give the file a last day.',
  },
  'example-address': {
    message: 'The address in it is an example and leads nowhere. It does not play until it is another one.',
    remedy: 'Write your own address in its code to scan.',
  },
  advertising: {
    message: 'It reads like advertising for a treatment, such as injectables, before and after, or an offer.',
    remedy: 'Make sure that it keeps to the advertising rules of your region and profession.',
  },
  'new-version': {
    message: 'By its name it is a new version of another file. Both play.',
    remedy: 'Replace the old one by it, or keep both.',
  },
  'note-broken': {
    message: 'The note beside the file cannot be understood. What it said before goes on.',
    remedy: 'Mend what is named here and save the note.',
  },
  hidden: {
    message: 'The front desk has hidden it from the TV until somebody has checked it.',
    remedy: 'Look at it, then let it be shown again: front desk, TV and sound, On the TV now.',
  },
  'captions-broken': {
    message: 'The captions beside the video cannot be read.',
    remedy: 'Save them as WebVTT, beginning with the line WEBVTT.',
  },
} as const satisfies Record<string, Words>
export type NoticeCode = keyof typeof notices

/** A picture that a film names, as it is written there. */
export const missingPicture = (file: string): string =>
  `There is no picture "${file}". Put it there, seen from the folder of this file, or take it out of the text.`

export const refusal = (code: RefusalCode): Remark => ({ code, ...refusals[code] })
export const notice = (code: NoticeCode): Remark => ({ code, ...notices[code] })
