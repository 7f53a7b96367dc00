package io.github.ambientgpt.core.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.cleaning.CleanStage;
import io.github.ambientgpt.core.format.TranscriptReader;
import io.github.ambientgpt.core.progress.Monitor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is drafted of small visits as people speak, before the checker reads it. */
class SpokenVisitsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # what was asked in the negative
          Doctor: You haven't had any fever, have you? / Patient: No, I haven't.          | Denies fever.
          Doctor: No vomiting? / Patient: Right.                                          | Denies vomiting.
          Doctor: No blood in your stool? / Patient: Correct.                             | Denies blood in their stool.
          Doctor: You don't smoke, do you? / Patient: No.                                 | The patient does not smoke.
          Doctor: Not allergic to anything? / Patient: Yes, to sulfa.                     | Allergic to sulfa.
          Doctor: You aren't taking any blood thinners, are you? / Patient: No.           | not taking any blood thinners
          # what the answer names
          Doctor: Any allergies? / Patient: Yes, latex and shellfish.                     | Allergic to latex and shellfish.
          Doctor: Are you allergic to anything? / Patient: Yes, to penicillin.            | Allergic to penicillin.
          Doctor: Do you take anything? / Patient: Yes, lisinopril and metformin.         | takes lisinopril and metformin
          Doctor: Do you take any medications? / Patient: No, just aspirin.               | takes aspirin
          Doctor: Do you smoke? / Patient: I quit ten years ago.                          | quit smoking 10 years ago
          # a no with an exception is a yes
          Doctor: Any chest pain? / Patient: No, not really. Except when I climb the stairs. | Reports chest pain, when the patient climbs the stairs.
          Doctor: Any shortness of breath? / Patient: No, except at night.                | Reports shortness of breath, at night.
          Doctor: Any headaches? / Patient: No. Only when I read.                         | Reports headaches, when
          Doctor: Any drugs, marijuana? / Patient: No drugs. Well, a gummy now and then.  | Reports drugs, marijuana, a gummy now and then.
          Doctor: Do you drink alcohol? / Patient: No. A beer once in a while.            | drinks a beer once in a while
          Doctor: Any fever? / Patient: No. A cough now and then.                         | Denies fever.
          Doctor: Any cough? / Patient: Now and then.                                     | Reports cough, now and then.
          # whose illness the clinician has asked or read of
          Doctor: So your mom has diabetes? / Patient: She does.                          | FAMILY_HISTORY: Their mom has diabetes.
          Doctor: And your dad had a heart attack? / Patient: Yes.                        | FAMILY_HISTORY: Their dad had a heart attack.
          Doctor: Your sister has asthma? / Patient: Right.                               | FAMILY_HISTORY: Their sister has asthma.
          # who relays an answer
          Doctor: Has she vomited? / Interpreter: She says no, but she has had diarrhea.  | She has not vomited.
          Doctor: Does she have a fever? / Interpreter: She says yes, since yesterday.    | fever, since yesterday
          Doctor: Does he have chest pain? / Interpreter: He says no.                     | He does not have chest pain.
          # what "not" belongs to
          Doctor: How is the baby? / Mother: She is not feeding well.                     | She is not feeding well.
          Doctor: How is the baby? / Mother: He does not breathe well at night.           | He does not breathe well at night.
          Doctor: How is he? / Mother: He doesn't always cough.                           | He does not always cough.
          # "any" of what there is, and where medicines and old illnesses belong
          Doctor: Are you taking any pills for the pain? / Patient: Yeah, sometimes.      | MEDICATIONS: The patient is taking pills for the pain
          Doctor: Did she have any rashes? / Mother: Yes.                                 | She had rashes.
          Doctor: Is he using any inhalers for it? / Mother: He is.                       | He is using inhalers for it.
          Doctor: Do you take any daily medications or supplements? / Patient: Nope.      | MEDICATIONS: The patient does not take any daily medications or supplements.
          Doctor: Do you have diabetes? / Patient: Yes.                                   | PAST_HISTORY: Reports diabetes.
          Doctor: Have you ever had asthma? / Patient: No.                                | PAST_HISTORY: Denies asthma.
          Doctor: Do you have any thyroid disease? / Patient: I have hypothyroidism.      | PAST_HISTORY: The patient has hypothyroidism.
          # what is asked on the way, and agreed to in more words
          Doctor: You also have a history of gout? / Patient: That is correct.            | PAST_HISTORY: Reports a history of gout.
          Doctor: You also have asthma, right? / Patient: You got it.                     | PAST_HISTORY: Reports asthma.
          Doctor: You also have gout, right? / Patient: Yes, doctor.                      | PAST_HISTORY: Reports gout.
          # what is suspected stays suspected
          Doctor: I suspect that he has an ear infection.                                 | ASSESSMENT: Suspect he has an ear infection.
          Doctor: I suspect you have a sinus infection.                                   | ASSESSMENT: Suspect the patient has a sinus infection.
          Doctor: Sounds like he might have pneumonia.                                    | ASSESSMENT: Sounds like he might have pneumonia.
          # what an order waits for
          Doctor: I'll refer you to physical therapy once we get the MRI results back.    | PLAN: Refer the patient to physical therapy once the MRI is back.
          Doctor: I'll start you on metformin once we get your labs.                      | PLAN: Start the patient on metformin once their labs are back.
          Doctor: Stop the aspirin until we do the colonoscopy.                           | PLAN: Stop the aspirin until the colonoscopy.
          Doctor: I'll order an MRI if we see a tear.                                     | PLAN: Order an MRI if there is a tear.
          # an order of the clinician's is no habit, and what has no subject no loss
          Doctor: I'll order an MRI of the knee. / Patient: Okay. / Doctor: I want to refer you to physical therapy once we get the MRI results back. | PLAN: Order an MRI of the knee.
          Doctor: I'll order an MRI. / Patient: Okay. / Doctor: Continue the ibuprofen until we get the MRI. | PLAN: Order an MRI.
          Doctor: We'll get an echocardiogram. / Patient: Okay. / Doctor: If the echocardiogram is abnormal, I'll refer you to cardiology. | PLAN: Get an echocardiogram.
          # an order ends where the next sentence begins, and says what is ordered
          [doctor] i'm gonna order some physical therapy for your right knee and that physical therapy will help strengthen your legs | Order some physical therapy for their right knee.
          [doctor] i'm gonna prescribe you some oxycodone five milligrams every six hours for pain it should help you sleep | Prescribe the patient some oxycodone 5 mg every 6 hours for pain.
          [doctor] i'm gonna order an mri of your foot we have to see what is torn there     | PLAN: Order an MRI of their foot.
          [doctor] i'm gon na keep you on that two . five norvasc your your blood pressures look good so i'm happy | PLAN: Keep the patient on 2.5 Norvasc.
          Doctor: Let's increase the Prozac to 40 mg. / Patient: Okay. / Doctor: Order Prozac, 40 mg, once a day. | once a day
          [doctor] i want you to take two ibuprofen 200 milligram tablets and i want you to take that three times a day | 3 times a day
          Doctor: I'm going to get you scheduled for an MRI, and we'll see.               | PLAN: Schedule the patient for an MRI.
          # how to take it, and what not to do, belong to an order
          Doctor: I'm going to give you some meclizine to take every six hours as needed. | PLAN: Give the patient some meclizine to take every 6 hours as needed.
          Doctor: Try not to take any naproxen and try to cut down on any alcohol.        | PLAN: Try not to take any naproxen and try to cut down on any alcohol.
          Doctor: I want you to try to avoid salt.                                        | PLAN: The patient is to try to avoid salt.
          Doctor: I'd like you to start to take aspirin daily.                            | PLAN: The patient is to start to take aspirin daily.
          [doctor] i'm gonna order a bmp just to make sure that everything else           | PLAN: Order a BMP.
          Doctor: I'm going to order a chest x-ray too.                                   | PLAN: Order a chest x-ray
          Doctor: Any strokes? / Patient: Had a stroke in 2010.                           | Had a stroke in 2010.
          Doctor: How long? / Patient: Been on lisinopril for years.                      | Been on lisinopril for years.
          Doctor: And at night? / Patient: Yes sir, my chest hurts when I lie down.       | chest hurts when the patient lies down
          # an illness goes before small talk
          Doctor: Hello. / Patient: I vomited blood at the restaurant last night.         | The patient vomited blood at the restaurant last night.
          Doctor: Hello. / Patient: I fainted at my daughter's wedding.                   | fainted at their daughter's wedding
          Doctor: Hello. / Patient: My shoulder hurts since the soccer game.              | shoulder hurts since the soccer game
          # a part of the background, asked about by its name and answered in a word
          Doctor: Are you on any medications? / Patient: No.                              | MEDICATIONS: Takes no medications.
          Doctor: Are you allergic to any drugs? / Patient: Not that I know of.           | ALLERGIES: No known drug allergies.
          Doctor: Any family history of cancer? Either solid or of the blood? / Patient: No. | FAMILY_HISTORY: No family history of cancer.
          Doctor: Ever had any major surgeries? / Patient: Nope.                          | PAST_HISTORY: Denies major surgeries.
          Doctor: Any past medical problems? / Patient: What do you mean by that? / Doctor: It could be anything. / Patient: Oh, no. | PAST_HISTORY: Denies past medical problems.
          Doctor: Are you taking any medicines? / Patient: Just Tylenol for my pain.      | takes Tylenol for their pain
          Doctor: You are taking your lisinopril every day? / Patient: Yes.               | The patient is taking their lisinopril every day.
          Doctor: Hello. / Patient: My dad's mom has diabetes.                            | FAMILY_HISTORY: Their dad's mom has diabetes.
          Doctor: Any surgery in the past? / Patient: I had a hernia repair.              | PAST_HISTORY: The patient had a hernia repair.
          # of two people
          Doctor: Hello. / Patient: My mother had breast cancer, but I have high blood pressure. | The patient has high blood pressure.
          Doctor: Hello. / Patient: My brother had a stroke. He takes warfarin.           | Their brother takes warfarin.
          Doctor: How is your sister? / Patient: She has diabetes.                        | Their sister has diabetes.
          # a possibility and a condition
          Doctor: I may order an MRI if it doesn't improve.                               | May order an MRI if it does not improve.
          Doctor: I might start you on lisinopril.                                        | May start
          Doctor: Unless the x-ray is normal, I'll refer you to orthopedics.              | Unless the x-ray is normal
          Doctor: We may not need to do surgery on your knee.                             | May not need to do surgery
          Doctor: If the pain comes back, call 911.                                       | If the pain comes back, call 911.
          Doctor: Take nitroglycerin only if you have chest pain.                         | only if the patient has chest pain
          # habits and reactions, asked and answered in a few words
          Doctor: Does he drink alcohol? / Patient: Two beers a day.                      | drinks two beers a day
          Doctor: Do you smoke? / Patient: A pack a day.                                  | smokes a pack a day
          Doctor: Any drug allergies? / Patient: Amoxicillin gives me hives.              | ALLERGIES: Amoxicillin gives the patient hives.
          Doctor: Hello. / Patient: My dad had a stroke. He takes warfarin, and I take atorvastatin. | MEDICATIONS: The patient takes atorvastatin.
          Doctor: Do you smoke? / Husband: I smoke a pack a day. / Patient: I quit ten years ago. | The patient quit 10 years ago.
          # numbers and corrections
          Doctor: I'll give you ibuprofen 400-600 milligrams every 6-8 hours.             | 400-600 mg every 6-8 hours
          Doctor: Start naproxen 250, I mean 500 milligrams twice a day.                  | naproxen 500 mg twice a day
          Doctor: Hello. / Patient: My knee has hurt for two weeks. No wait, three weeks. | for 3 weeks
          Doctor: He has 1+ edema.                                                        | 1+ edema
          # what is read out of a test, wherever it is said
          Doctor: So your hemoglobin A1c here is 8, so I think it's something we'll have to talk about. | RESULTS: The hemoglobin A1c here is 8.
          Doctor: We were able to get a CT of your side and it showed that you do have a stone. | RESULTS: CT showed a stone.
          Doctor: Your lyme titer is a little elevated, so I think we'll look into that.  | RESULTS: The lyme titer is a little elevated.
          Doctor: We did the echocardiogram. It does show mild mitral regurgitation.      | RESULTS: Echocardiogram shows mild mitral regurgitation.
          Doctor: We got the x-ray. It doesn't show a fracture.                           | RESULTS: X-ray does not show a fracture.
          Doctor: The ultrasound didn't show any gallstones.                              | did not show any gallstones
          Doctor: I see your results of your echocardiogram that you got when you were here and it does show mild stenosis. | RESULTS: Echocardiogram shows mild stenosis.
          Doctor: Here are the results for the chest x-ray. It does look like you have some pneumonitis. | RESULTS: Chest x-ray shows some pneumonitis.
          Doctor: I reviewed the ct scan. It does show a . five centimeter kidney stone.  | shows a 0.5 cm kidney stone
          Doctor: Your creatinine is one point oh five and your blood sugar is two oh five. | 205
          # another order in a clause that runs on
          Doctor: i'm going to give you a wrist splint to wear and that should help and i'd like you to take ibuprofen 600 mg every 6 hours | PLAN: The patient is to take ibuprofen 600 mg every 6 hours.
          Doctor: your ankle should heal in a few weeks going to order a bmp and a urinalysis | Order a BMP and a urinalysis.
          # a condition, and what may depend on it
          Doctor: Here is my plan. If you are still having symptoms. We can discuss a lithotripsy. | If the patient is still having symptoms, discuss a lithotripsy.
          # what is named is part of what the test shows
          Doctor: I reviewed the echocardiogram. It does show a preserved EF of 55%.      | RESULTS: Echocardiogram shows a preserved
          # told, though it begins like a question
          Doctor: What I want you to do is continue your Bumex two milligrams once daily. | PLAN: Continue their Bumex 2 mg once daily.
          # how it is
          Doctor: Hello. / Patient: I think my blood pressure's okay.                     | blood pressure is fine
          # what breaks off at a word that cannot end it goes on
          Doctor: have you injured your knees / Patient: no i've never / Doctor: okay / Patient: injured or broken a bone | has never injured or broken a bone
          # the side that the patient puts right with nothing else
          Doctor: So you had a sharp pain going down your right leg. / Patient: Left leg. | sharp pain going down their left leg
          # in answer to a question, it belongs to what was asked
          Doctor: Anyone sick in your family? / Patient: No one. / Doctor: Okay. / Patient: My family is healthy. | FAMILY_HISTORY
          Doctor: Any allergies? / Patient: No allergies that I know of.                  | ALLERGIES
          # some of it is there, whatever was denied before
          Doctor: Have you noticed any fever or chills? / Patient: No fever, some chills. | has some chills
          Doctor: Any nausea or vomiting? / Patient: No vomiting, a little nausea.        | has a little nausea
          Doctor: Any swelling or numbness? / Patient: No numbness, just a little swelling. | just a little swelling
          # an answer that goes on without a verb
          Doctor: Any swelling or locking? / Patient: A little swelling. No locking.      | Reports a little swelling.
          Doctor: Any swelling or locking? / Patient: A little swelling. No locking.      | Denies locking.
          Doctor: Vomiting or diarrhea? / Mother: He threw up once. No diarrhea.          | Denies diarrhea.
          Doctor: Do you take anything? / Patient: Ibuprofen at night. And my pressure pill, lisinopril 10. | takes their pressure pill, lisinopril 10
          # a side at the end of what is said
          Doctor: Where is it? / Patient: The pain is on the right.                       | The pain is on the right.
          Doctor: Let me look. There is tenderness on the right.                          | There is tenderness on the right.
          Doctor: Hello. / Patient: I fell and now my knee hurts on the right.            | hurts on the right.
          # what "this" is
          Doctor: Let me listen. The lungs are clear. So this is new type 2 diabetes.     | The patient has new type 2 diabetes.
          Doctor: Let me look. The lungs are clear. I think this is acute gout.           | The patient has acute gout.
          Doctor: Let me look. Right ear drum is red and bulging. He's got an ear infection on the right. | ASSESSMENT: He has got an ear infection on the right.
          # to whom one returns
          Doctor: I think you have gout. See me back in a month.                          | INSTRUCTIONS: Return in a month.
          Doctor: I think you have gout. Call us if you get a fever.                      | INSTRUCTIONS: Call if the patient gets a fever.
          Doctor: I think you have gout. Follow up with me in two weeks.                  | INSTRUCTIONS: Follow up in 2 weeks.
          Doctor: I think you have gout. I'll see you in a month.                         | See the patient in a month.
          Doctor: I think it's an ear infection. If he isn't better by Thursday, bring him back. | INSTRUCTIONS: If he is not better by Thursday, bring him back.
          Doctor: Your cholesterol is fine, so keep the atorvastatin.                     | PLAN: Keep the atorvastatin.
          # "you" said to who speaks for a child
          Mother: She has a fever. / Doctor: You can keep giving her Tylenol every six hours. | The mother can keep giving her Tylenol
          Father: He has a fever. / Doctor: You should give him ibuprofen with food.       | The father should give him ibuprofen
          Grandmother: He coughs. / Doctor: You can give him honey at night for the cough. | The grandmother can give him honey
          Mother: She has a fever. / Doctor: The ear drum is bulging. So Mom, she has an ear infection. | ASSESSMENT: She has an ear infection
          # what speech puts before a sentence, and after it
          Doctor: Let me look. The neck, there is a small lump.                           | In the neck, there is a small lump.
          Doctor: Let me look. The left knee, there is swelling.                          | In the left knee, there is swelling.
          Doctor: Let me listen. The heart, there is a 2/6 systolic murmur.               | In the heart, there is a 2/6 systolic murmur.
          Doctor: Let me look. Musculoskeletal, he is tender over the left shoulder.      | EXAMINATION: He is tender over the left shoulder.
          Doctor: Hello. / Patient: I had to cut down on my coffee, because.              | cut down on their coffee.
          Doctor: Hello. / Patient: I take metformin at night, cause.                     | takes metformin at night.
          Doctor: Hello. / Patient: I am trying to cut down on my caffeine cause.         | cut down on their caffeine.
          Doctor: Hello. / Patient: I was, I was short of breath on the stairs.           | The patient was short of breath on the stairs.
          Doctor: Order a stress test and make sure that we don't have any blockages.     | make sure that there are not any blockages
          # what a child drinks is no habit
          Doctor: Is she drinking? / Mother: She's drinking okay, mostly apple juice.     | HISTORY: She is drinking, mostly apple juice.
          Doctor: How is he? / Mother: He's drinking plenty of water.                     | HISTORY: He is drinking plenty of water.
          Doctor: How is she? / Mother: She drinks her bottles.                           | HISTORY: She drinks her bottles.
          Doctor: How much coffee do you drink? / Patient: Three cups a day.              | drinks three cups a day (coffee)
          # put right by the clinician, in the next sentence
          Doctor: It's trochanteric bursitis on the left. I mean on the right.            | bursitis on the right
          Doctor: There is a rash on the right arm. Sorry, on the left arm.               | rash on the left arm
          Doctor: Hello. / Patient: My left leg hurts. I mean my right leg.               | right leg hurts
          Doctor: We can get an x-ray today. Actually, let's hold off on the x-ray for now. | PLAN: Hold off on the x-ray
          # an order to who can, may or should
          Doctor: The lungs are clear. For the heartburn you can take famotidine, twenty milligrams at night. | PLAN: The patient can take famotidine, 20 mg at night.
          Doctor: Let me look. The skin is dry. You should use hydrocortisone twice a day. | PLAN: The patient should use hydrocortisone twice a day.
          Doctor: For the blood pressure, let's go up on the lisinopril from ten to twenty milligrams daily. | go up on the lisinopril from 10 to 20 mg daily.
          Doctor: Let's restart the omeprazole, twenty milligrams daily.                  | PLAN: Restart the omeprazole, 20 mg daily.
          Doctor: I'd suggest bupropion instead of Zoloft.                                | PLAN: Recommend bupropion instead of Zoloft.
          Doctor: I'm also giving you nitroglycerin, point four milligrams under the tongue. | PLAN: Give the patient nitroglycerin, 0.4 mg under the tongue.
          Doctor: I want you in a lace-up brace for four weeks.                           | PLAN: The patient is to be in a lace-up brace for 4 weeks.
          Doctor: I'll order an MRI of your knee. No basketball for at least four weeks.  | PLAN: No basketball for at least 4 weeks.
          Doctor: I'd like to send her to the emergency department for an ultrasound.     | PLAN: Send her to the emergency department
          # a worry is an assessment
          Doctor: I'm worried this is unstable angina.                                    | ASSESSMENT: There is concern for unstable angina.
          Doctor: Mrs. Hill, I'm concerned that this is pneumonia.                        | ASSESSMENT: There is concern for pneumonia.
          Doctor: Your EKG shows new T wave inversions. I'm worried it's unstable angina. | ASSESSMENT: There is concern for unstable angina.
          Doctor: Let me have a look. There are blisters on the arm. So the rash is poison ivy. | ASSESSMENT: The rash is poison ivy.
          # what a patient does not want
          Doctor: Do you want the flu shot today? / Patient: No thanks.                   | PLAN: The patient does not want the flu shot today.
          Doctor: You should have surgery. / Patient: I don't want surgery.               | PLAN: The patient does not want surgery.
          Doctor: I'd like you to go to the hospital. / Patient: I'm not going to the hospital. | PLAN: The patient is not going to the hospital.
          # asked for by its name alone
          Doctor: Diarrhea? / Patient: No.                                                | Denies diarrhea.
          Doctor: Fever or chills? / Patient: No.                                         | Denies fever or chills.
          Doctor: Nausea? / Patient: Yes.                                                 | Reports nausea.
          # agreed to, with more
          Doctor: Are your periods heavy? / Patient: They are, they last eight days.      | Reports that they last 8 days.
          Doctor: Are you taking the metformin? / Patient: I am, but I miss the evening dose. | The patient misses the evening dose.
          Doctor: Is she up to date on her shots? / Mother: She is.                       | She is up to date on her shots.
          Doctor: Is she on any hormones? / Mother: She is not on any hormones.           | She is not on any hormones.
          # what was done with a patient
          Doctor: Hello. / Patient: Since you put me on amlodipine my ankles swell up.    | Since the patient was put on amlodipine their ankles swell up.
          Doctor: Hello. / Patient: You started me on sertraline and my headaches are gone. | The patient was started on sertraline
          Doctor: Hello. / Patient: You gave me prednisone and the rash went away.        | was given prednisone
          # answers without a verb
          Doctor: Any surgeries? / Patient: Two cesareans.                                | PAST_HISTORY: Surgeries: two cesareans.
          Doctor: Any other surgeries? / Patient: My tonsils.                             | PAST_HISTORY: Surgeries: their tonsils.
          Doctor: Any other medical problems? / Patient: Asthma, when I was a kid.        | PAST_HISTORY: Illnesses: asthma, when the patient was a kid.
          Doctor: Do you drink? / Patient: A couple of beers on the weekend.              | SOCIAL_HISTORY: The patient drinks a couple of beers on the weekend.
          # grades, tenths and numbers to dial
          Doctor: Let me look. There is one plus edema at the ankles.                     | 1+ edema
          Doctor: Let me look. Pulses are two plus.                                       | Pulses are 2+.
          Doctor: I do hear a two over six systolic murmur.                               | 2/6 systolic murmur
          Doctor: Let me look. Your temperature is thirty-eight one.                      | temperature is 38.1.
          Doctor: Let me look. The temperature was ninety-nine four.                      | temperature was 99.4
          Doctor: If the thoughts get worse, call nine eight eight.                       | call 988
          Doctor: If the pain comes back, call nine one one.                              | call 911
          # names as they are written
          Doctor: Any birth control? / Patient: I have an IUD.                            | an IUD
          Doctor: I'd like you to see Dr. Kim and stop the Eliquis.                       | Dr. Kim and stop the Eliquis
          Doctor: Let me look at your knee. The mcmurray's test is positive.              | McMurray's test
          Doctor: Hello. / Patient: I stepped on somebody's foot and my ankle hurts.      | somebody's foot
          # what is there instead of what was asked for
          Doctor: Any abdominal pain, fever, chill, or other symptoms? / Patient: Just nausea and vomiting. | Reports nausea and vomiting.
          Doctor: Any fever or chills? / Patient: Just a headache.                        | Reports a headache.
          Doctor: Any dizziness? / Patient: Only some nausea.                             | Reports some nausea.
          Doctor: Any nausea? / Patient: Just when I eat.                                 | Reports nausea, just when the patient eats.
          # of self-harm nothing is small talk
          Doctor: Are you having thoughts of suicide? / Patient: Yes. / Doctor: So no plan? / Patient: No plan, no. | MENTAL_HEALTH: Denies plan.
          Doctor: Any thoughts of hurting yourself? / Patient: Sometimes. / Doctor: Do you have a plan? / Patient: No. I would never do anything. | MENTAL_HEALTH: The patient would never do anything.
          Doctor: Any thoughts of hurting yourself? / Patient: Sometimes. / Doctor: Do you have a plan? / Patient: No. I would never do anything. | MENTAL_HEALTH: Denies a plan.
          Doctor: Are you suicidal? / Patient: A little. / Doctor: Any guns at home? / Patient: No guns. | MENTAL_HEALTH: Denies guns at home.
          Doctor: How is your mood? / Patient: I wouldn't hurt myself because of my kids.  | MENTAL_HEALTH: The patient would not hurt themselves because of their kids.
          # an order that is refused
          Doctor: I'd like to get an MRI. / Patient: No, I don't want an MRI.             | PLAN: The patient does not want an MRI.
          Doctor: I'd recommend a colonoscopy. / Patient: I'd rather not do that.         | PLAN: The patient declines colonoscopy.
          Doctor: I think we should start insulin. / Patient: I won't take insulin.       | PLAN: The patient will not take insulin.
          # whose family, told by who speaks for the patient
          Doctor: Any heart disease in the family? / Interpreter: Her father had a heart attack. | FAMILY_HISTORY: Her father had a heart attack.
          Doctor: Any illness in the family? / Interpreter: She says her mother has diabetes. | FAMILY_HISTORY: Her mother has diabetes.
          Doctor: Hello. / Interpreter: His brother had a stroke.                         | FAMILY_HISTORY: His brother had a stroke.
          # letters that are spelled
          Doctor: Hello. / Patient: I have C O P D.                                       | HISTORY: The patient has COPD.
          Doctor: Hello. / Patient: I was treated for I B S.                              | was treated for IBS
          Doctor: Hello. / Patient: I had a U T I in June.                                | had a UTI in June
          Doctor: Hello. / Patient: It is the vitamin D I take.                           | vitamin d the patient takes
          # what runs in the family
          Doctor: Do migraines run in your family? / Patient: They do.                    | FAMILY_HISTORY: Family history: migraines.
          Doctor: Does asthma run in the family? / Patient: Yes.                          | FAMILY_HISTORY: Family history: asthma.
          Doctor: Any diabetes or stroke in your family? / Patient: Yes.                  | FAMILY_HISTORY: Family history: diabetes or stroke.
          # what a clinician tells in the form of a question
          Doctor: You have chronic pain? / Patient: Yes, I do.                            | Reports chronic pain.
          Doctor: You also have hepatitis C, right? / Patient: That's right.              | PAST_HISTORY: Reports hepatitis c.
          Doctor: You've had chest pain? / Patient: No.                                   | Denies chest pain.
          Doctor: You are not allergic to anything, right? / Patient: That's right.       | ALLERGIES: The patient is not allergic to anything.
          # a complaint that only a question names
          Doctor: When did the nausea start? / Patient: A few hours ago.                  | CHIEF_COMPLAINT: Nausea.
          Doctor: How long have you had the cough? / Patient: Two weeks.                  | CHIEF_COMPLAINT: Cough.
          Doctor: Where is the pain? / Patient: In my belly.                              | CHIEF_COMPLAINT: Pain.
          # what a question says of a complaint that it names
          Doctor: Is the pain worse at night? / Patient: Yes.                             | The pain is worse at night.
          Doctor: Are the headaches worse in the morning? / Patient: They are.            | The headaches are worse in the morning.
          Doctor: When did the cough start? / Patient: Two days ago.                      | The cough started 2 days ago.
          Doctor: Did the rash spread? / Patient: No.                                     | The rash did not spread.
          # thoughts of death have their place, however they are said
          Doctor: Any thoughts of hurting yourself? / Patient: Sometimes, yes.            | MENTAL_HEALTH: Reports thoughts of hurting themselves
          Doctor: Do you have thoughts of ending your life? / Patient: Yes, at night.     | MENTAL_HEALTH: Reports thoughts of ending their life
          Doctor: Hello. / Patient: I think everyone would be better off without me.      | MENTAL_HEALTH: The patient thinks everyone would
          # one clinician asks the other
          Dr. Lee: Any allergies? / Dr. Roy: None.                                        | ALLERGIES: No known allergies.
          Dr. Lee: Does she take aspirin? / Dr. Roy: Yes, every day.                      | takes aspirin
          Dr. Lee: Any fever? / Dr. Roy: No.                                              | Denies fever.
          # a diagnosis told in a talk that has no other part
          Doctor: Well, this is a case of pneumonia.                                      | ASSESSMENT: The patient has pneumonia.
          Doctor: It appears that you have a sinus infection.                             | ASSESSMENT:
          Doctor: Here is what I feel. You might have anxiety.                            | ASSESSMENT:
          # what a relative died of
          Doctor: Hello. / Patient: My brother died when he was 45. It was a heart attack. | FAMILY_HISTORY: Their brother had a heart attack.
          Doctor: Hello. / Patient: My mother passed away last year. It was pancreatic cancer. | FAMILY_HISTORY: Their mother had pancreatic cancer.
          Doctor: What brings you in? / Patient: My dad died in May. That was a stroke. | FAMILY_HISTORY: Their dad had a stroke.
          # an injury is no thought of self-harm, a wish to is
          Doctor: Did you hurt yourself when you fell? / Patient: Yes, my wrist.           | HISTORY: The patient hurt themselves when
          Doctor: Any bleeding? / Patient: I haven't hurt myself in quite a while.         | HISTORY: The patient has not hurt themselves
          Doctor: How is the knee? / Patient: I hurt myself lifting a box.                 | HISTORY: The patient hurt themselves lifting
          Doctor: Any thoughts of hurting yourself? / Patient: No. I wouldn't hurt myself because of my kids. | MENTAL_HEALTH: The patient would not hurt themselves because of their kids.
          Doctor: Have you ever hurt yourself on purpose? / Patient: No.                   | MENTAL_HEALTH: The patient has not ever hurt
          Doctor: Do you want to hurt yourself? / Patient: I used to. I hurt myself last year. | MENTAL_HEALTH: The patient hurt themselves last year.
          # what one is allergic to, said by the clinician
          Doctor: I have that you take nothing but that you're allergic to Augmentin, is that right? / Patient: Yes, that's correct. | ALLERGIES: Allergic to Augmentin.
          Doctor: You're allergic to sulfa, right? / Patient: Right.                       | ALLERGIES: Allergic to sulfa.
          Doctor: And are you still allergic to penicillin? / Patient: Yes.                | ALLERGIES: Allergic to penicillin.
          # a condition and a purpose of an order
          Doctor: Let's order an A1c and make sure that we don't have to make any adjustments to your metformin. | make sure that there is no need to make any adjustments
          Doctor: We'll get an x-ray so that we don't miss a fracture.                     | PLAN: Get an x-ray.
          Doctor: We don't have to start insulin today.                                    | There is no need to start insulin
          Doctor: So assuming that the ultrasound is normal, the treatment is to cut out the area. | PLAN: Assuming that the ultrasound is normal
          Doctor: Once the biopsy shows it is benign, no more treatment is needed.         | PLAN: Once the biopsy shows
          Doctor: Provided the CT is clear, you can go back to work.                       | PLAN: Provided the CT is clear
          # a decision that is turned round
          Doctor: The pap was in 2019. We don't need to repeat that. / Patient: It was abnormal once. / Doctor: Well, let's just repeat it then. | PLAN: Repeat the pap.
          Doctor: We don't need to recheck your potassium. / Patient: I feel weak. / Doctor: Then let's recheck it today. | PLAN: Recheck the potassium today.
          Doctor: I'd like to start lisinopril. / Patient: It is fine at home. / Doctor: Then we don't need to start lisinopril. | PLAN: There is no need to start lisinopril.
          # a dose that is changed, and for how long
          Doctor: What I'd like to do is increase your Lasix from twenty milligrams to sixty milligrams for the next four days. | from 20 mg to 60 mg for the next 4 days
          [doctor] i think you have an exacerbation of your heart failure what i'd like to do is increase your lasix to sixty milligrams | The patient has an exacerbation of their heart failure.
          [doctor] so take the prednisone and then come back and we will check how you are doing with all of that and call me for the next | Take the prednisone and then come back.
          [doctor] so take the prednisone for the next week and then we'll see you again   | Take the prednisone for the next week.
          # an order that follows another, its condition, or is only asked to be agreed to
          Doctor: I'm going to put you in a finger splint and have you come back in two weeks. | INSTRUCTIONS: The patient is to come back in 2 weeks.
          Doctor: I'm going to put you in a finger splint and have you come back in two weeks. | PLAN: Put the patient in a finger splint.
          Doctor: I'd like to start lisinopril and then have you check your pressure daily. | is to check their pressure daily
          [doctor] if that's positive i want to prescribe amoxicillin five hundred milligrams | PLAN: If that is positive, prescribe amoxicillin 500 mg.
          [doctor] if the pain gets worse i'm going to order an mri                        | PLAN: If the pain gets worse, order an MRI.
          [doctor] unless your sugars come down we'll start insulin next month             | PLAN: Unless their sugars come down, start insulin
          Doctor: I'm going to order a hemoglobin A1c, okay?                               | PLAN: Order a hemoglobin A1c
          Doctor: We'll start you on metformin 500 milligrams, all right?                  | PLAN: Start the patient on metformin 500 mg
          Doctor: Let's get an MRI of the knee, okay?                                      | PLAN: Get an MRI of the knee
          Doctor: I'm going to have the medical assistant come in and swab you for a rapid strep test. | PLAN: Swab the patient for a rapid strep test.
          Doctor: I'll have the nurse come in and give you a tetanus shot.                 | PLAN: Give the patient a tetanus shot.
          Doctor: We'll have someone come in to put you in a brace.                        | PLAN: Put the patient in a brace.
          # how sure an order is, and what worries
          Doctor: We'll probably increase the metformin over time.                         | Probably increase the metformin
          Doctor: We'll probably start insulin next month.                                 | Probably start insulin
          Doctor: I'm probably going to order an MRI.                                      | Probably order an MRI
          [doctor] what i'm concerned about for your knee is it sounds like you have a torn mcl | There is concern that the patient has a torn MCL.
          # a problem that is turned to in the midst of a sentence, or with a question
          [doctor] so for your first problem your knee let's try to use ice and do that for the second problem the diabetes let's order an a1c | ASSESSMENT: Diabetes.
          [doctor] for the first problem your cough let's start an inhaler and keep at it for your next problem your asthma i want to check a chest x-ray | ASSESSMENT: Asthma.
          [doctor] for the first problem the rash i'll prescribe a cream and that is it for the third issue the gout let's check a uric acid | ASSESSMENT: Gout.
          Doctor: For your first problem, your anxiety, it is stable. / Patient: Okay. / Doctor: For your second issue, your epilepsy, are you due to see her? | ASSESSMENT: Epilepsy.
          Doctor: For your first problem, your anxiety, it is stable. / Patient: Okay. / Doctor: For your next problem, your gout, any flares? | ASSESSMENT: Gout.
          Doctor: For your first problem, your knee, let's ice it. / Patient: Okay. / Doctor: And for your last problem, your asthma, is it worse at night? | ASSESSMENT: Asthma.
          # what is taken now, and what is to be taken
          Doctor: Your diagnosis is a fracture of the finger. Tramadol, 50 milligrams, every six hours as needed for pain. | PLAN: Tramadol, 50 mg
          Doctor: I think you have a sinus infection. Amoxicillin, 500 milligrams, as needed to be taken daily. | PLAN: Amoxicillin, 500 mg
          Doctor: I think you have gout. Naproxen 500 milligrams should be taken twice a day. | PLAN: Naproxen 500 mg
          Doctor: Your diagnosis is a fracture. / Patient: I take digoxin. / Doctor: You take digoxin. | MEDICATIONS: The patient takes digoxin.
          Doctor: I think you have gout. / Patient: And the tablets? / Doctor: You're taking lisinopril. | MEDICATIONS: The patient is taking lisinopril.
          Doctor: I think you have gout. / Patient: And the tablets? / Doctor: You're already on allopurinol. | MEDICATIONS: The patient is already on allopurinol.
          """)
  void whatIsMeantIsDrafted(String said, String drafted) {
    assertThat(drafted(said)).contains(drafted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # what a relative died of
          Doctor: What brings you in? / Patient: My brother died at 45. It was a heart attack. | CHIEF_COMPLAINT
          Doctor: Hello. / Patient: My wife says I passed out. It was a seizure, I think. | wife had a seizure
          # what "this" is not
          Doctor: Let me look. The lungs are clear. This is not pneumonia.                | has pneumonia
          Doctor: Let me look. The knee is stiff. It's from the arthritis.                | has from
          Doctor: Let me look. The lungs are clear. I think this is asthma.               | The lungs are clear is
          Doctor: If the MRI shows a tear we may refer you to orthopedics.                | RESULTS
          Doctor: Any swelling? / Patient: No. A lot of work.                             | Reports
          # how often is said of another dose
          Doctor: Take azithromycin, 200 milligrams today, then 100 a day for four days.  | 200 mg a day
          Doctor: Are you allergic to anything? / Patient: Yes.                           | anything
          Doctor: No vomiting? / Patient: Right.                                          | Reports
          Doctor: How is Leo? / Mother: He has a fever. I take sertraline.                | sertraline
          Doctor: How is Leo? / Mother: He has a fever. I had a cold last week.           | cold
          Doctor: Hello. / Husband: She snores. I have sleep apnea myself.                | apnea
          Doctor: Do you smoke? / Husband: I smoke a pack a day. / Patient: I quit.       | pack
          Doctor: How is your sister? / Patient: She has diabetes and I don't.            | CHIEF_COMPLAINT
          Doctor: Hello. / Patient: My internet is dying. My phone battery is at two percent. | percent
          Doctor: Your video is frozen. / Patient: Sorry, my wifi is bad. The screen keeps freezing. | freezing
          Doctor: I may order an MRI if it doesn't improve.                               | Order an MRI
          Doctor: Hello. / Patient: Our dog has diabetes. He needs insulin. My back hurts. | insulin
          Doctor: We may not need to do surgery on your knee.                             | not surgery
          Doctor: I'm hoping that the stress test will be normal.                         | normal
          Doctor: He may need surgery.                                                    | PAST_HISTORY
          Doctor: I don't think that the x-ray shows a fracture.                          | RESULTS: X-ray shows
          Doctor: Your mother's CT showed a tumor.                                        | RESULTS
          Doctor: Your sister's mammogram showed a cancer.                                | CHIEF_COMPLAINT
          Doctor: Your father's stroke was ten years ago.                                 | CHIEF_COMPLAINT
          Doctor: The x-ray may show a fracture.                                          | X-ray show
          Doctor: The ultrasound didn't show any gallstones.                              | Ultrasound show
          Doctor: I'll order an x-ray to see if it shows a fracture.                      | RESULTS
          Doctor: Have you noticed any fever or chills? / Patient: No fever, some chills. | Denies fever some
          # a condition stays with its order
          Doctor: if you are still having symptoms then i'm going to order an mri of your knee | PLAN: Order an MRI
          Doctor: I reviewed your x-rays. They will show you a number of exercises.       | RESULTS: X-rays show
          Doctor: Your Lachman and your McMurray test are all negative.                   | RESULTS
          # a no to a narrower question, or one that is taken back
          Doctor: Are you taking any medicine for your allergies? / Patient: No.          | Takes no medications
          Doctor: Any alcohol? / Patient: No. / Doctor: Any drugs? / Patient: No.         | Takes no medications
          Doctor: Do you live with your family? / Patient: No.                            | No family history
          Doctor: Any allergies? / Patient: No. / Doctor: Sure? / Patient: Penicillin gives me an allergic rash. | No known allergies
          Doctor: Any heart disease in your family? / Patient: I never had a heart attack. | FAMILY_HISTORY: The patient
          # what the patient says is not so
          Doctor: So you're here about your back. / Patient: No, it's my hip.             | here about
          Doctor: You take aspirin every day. / Patient: No.                              | takes aspirin
          Doctor: You had a heart attack in 2010. / Patient: No, that was my brother.     | The patient had a heart attack
          # what the clinician takes back
          Doctor: It's trochanteric bursitis on the left. I mean on the right.            | on the left
          Doctor: We can get an x-ray today. Actually, let's hold off on the x-ray for now. | Get an x-ray
          Doctor: I'll order an MRI. Well, let's hold off on the MRI until May.            | Order an MRI
          # who is no patient, and what is no habit
          Mother: She has a fever. / Doctor: You can keep giving her Tylenol every six hours. | The patient can
          Doctor: Is she drinking? / Mother: She's drinking okay, mostly apple juice.     | SOCIAL_HISTORY
          Doctor: Is he eating? / Mother: He is not eating well.                          | Reports
          # what was asked for and is not there
          Doctor: Any abdominal pain, fever, chill, or other symptoms? / Patient: Just nausea and vomiting. | Reports abdominal pain
          Doctor: Any fever or chills? / Patient: Just a headache.                        | Reports fever
          Doctor: Any dizziness? / Patient: Only some nausea.                             | Reports dizziness
          # what the patient refused
          Doctor: I'd like to get an MRI. / Patient: No, I don't want an MRI.             | Get an MRI
          Doctor: I'd like to start amoxicillin. / Patient: I don't want antibiotics.     | Start amoxicillin
          Doctor: I'd recommend a colonoscopy. / Patient: I'd rather not do that.         | Recommend a colonoscopy
          # whose illness it is
          Doctor: Any illness in the family? / Interpreter: She says her mother has diabetes. | CHIEF_COMPLAINT
          Doctor: Hello. / Interpreter: His brother has asthma and he has been coughing.  | FAMILY_HISTORY
          # an injury is no thought of self-harm
          Doctor: Did you hurt yourself when you fell? / Patient: Yes, my wrist.           | MENTAL_HEALTH
          Doctor: Any bleeding? / Patient: I haven't hurt myself in quite a while.         | MENTAL_HEALTH
          Doctor: How is the knee? / Patient: I hurt myself lifting a box.                 | MENTAL_HEALTH
          # what one is allergic to is not taken
          Doctor: I have that you're taking nothing but that you're allergic to Augmentin, is that right? / Patient: Yes. | MEDICATIONS
          Doctor: Are you taking anything? / Patient: I take nothing since I'm allergic to codeine. | MEDICATIONS: Codeine
          Doctor: You're on nothing and you're allergic to Bactrim, right? / Patient: Right. | MEDICATIONS
          # what the clinician does himself
          Doctor: I like to drink wine too.                                                | wine
          Doctor: I take ibuprofen for my knee too.                                        | buprofen
          Doctor: I try to avoid salt and drink water too.                                 | water
          # what need not be done, and is not done for that
          Doctor: Let's order an A1c to make sure that we don't have to make any adjustments to your metformin. | do not make
          Doctor: Let's check a potassium so we don't have to change your lisinopril.      | change
          Doctor: We'll get an x-ray so that we don't miss a fracture.                     | do not miss
          # a result that is supposed
          Doctor: So assuming that the ultrasound is normal, the treatment is to cut out the area. | RESULTS
          Doctor: Once the biopsy shows it is benign, no more treatment is needed.         | RESULTS
          Doctor: As long as the MRI is normal, you can start therapy.                     | RESULTS
          # a decision that is turned round
          Doctor: We don't need to repeat the mammogram. / Patient: I felt a lump. / Doctor: Then let's repeat the mammogram. | not repeat
          Doctor: I don't think we need an x-ray. / Patient: It really hurts. / Doctor: Okay, let's get an x-ray. | not
          Doctor: I'd like to start lisinopril. / Patient: It is fine at home. / Doctor: Then we don't need to start lisinopril. | PLAN: Start
          # half of a change of dose
          Doctor: I'd like to increase your Lasix from twenty milligrams to sixty milligrams. | : Lasix 20 mg.
          Doctor: We can go up on the lisinopril from 10 milligrams to 20 milligrams.      | : Lisinopril 10 mg.
          Doctor: We'll bump the metformin from 500 milligrams to 1000 milligrams.         | : Metformin 500 mg.
          # what the patient takes is no order
          Doctor: Your diagnosis is a fracture. / Patient: I take digoxin. / Doctor: You take digoxin. | PLAN
          Doctor: I think you have gout. / Patient: And the tablets? / Doctor: You're taking lisinopril. | PLAN
          Doctor: I think you have gout. / Patient: And the tablets? / Doctor: You're already on allopurinol. | PLAN
          # what is asked is no order
          [doctor] it is good that you've picked out one of those aids and have you thought of a quit date i mean we want to talk about it | is to thought
          [doctor] i'm glad that you take the metformin every morning and have you been taking the lisinopril as well then | is to been
          [doctor] i'm glad that the knee is a lot better now and have you had any swelling of the ankle since then | is to had
          """)
  void whatIsNotMeantIsNotDrafted(String said, String wrong) {
    assertThat(drafted(said)).doesNotContain(wrong);
  }

  private static String drafted(String said) {
    var transcript = TranscriptReader.parse(said.replace(" / ", "\n"), "visit.txt");
    var conversation = new CleanStage().run(transcript, Monitor.NONE);
    Facts found = new ExtractStage(transcript).run(conversation, Monitor.NONE);
    return Stream.concat(
            found.all().stream(), found.measured().stream().map(MeasuredFacts.Measured::fact))
        .map(fact -> fact.content() + ": " + fact.text())
        .collect(Collectors.joining("\n"));
  }
}
