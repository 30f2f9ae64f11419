import { redirect } from "next/navigation";

/** The sign-in page leads on to the screen of the role when somebody is signed in already. */
export default function StartPage() {
  redirect("/sign-in");
}
