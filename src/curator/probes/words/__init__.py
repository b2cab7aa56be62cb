"""What pages say, in the languages that lists link to: names, sentences, and the words in them."""
